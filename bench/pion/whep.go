package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// whep signs in and opens sessions, as docs/protocol.md has it.
type whep struct {
	client         http.Client
	server         *url.URL
	user, password string
}

func newWhep(link, user, password string) (*whep, error) {
	server, err := url.Parse(link)
	if err != nil {
		return nil, err
	}
	return &whep{client: http.Client{Timeout: 30 * time.Second}, server: server, user: user, password: password}, nil
}

func (w *whep) signIn() (string, error) {
	body, err := json.Marshal(map[string]string{"username": w.user, "password": w.password})
	if err != nil {
		return "", err
	}
	reply, err := w.client.Post(w.at("/api/login"), "application/json", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		return "", fmt.Errorf("the sign-in was refused with %d", reply.StatusCode)
	}
	var login struct{ Token string }
	err = json.NewDecoder(reply.Body).Decode(&login)
	return login.Token, err
}

func (w *whep) open(token, offer string) (location, answer string, err error) {
	request, err := http.NewRequest(http.MethodPost, w.at("/whep"), strings.NewReader(offer))
	if err != nil {
		return "", "", err
	}
	request.Header.Set("Content-Type", "application/sdp")
	request.Header.Set("Authorization", "Bearer "+token)
	reply, err := w.client.Do(request)
	if err != nil {
		return "", "", err
	}
	defer reply.Body.Close()
	text, err := io.ReadAll(reply.Body)
	if err != nil {
		return "", "", err
	}
	if reply.StatusCode != http.StatusCreated {
		return "", "", fmt.Errorf("the offer was refused with %d: %s", reply.StatusCode, text)
	}
	return reply.Header.Get("Location"), string(text), nil
}

func (w *whep) delete(token, location string) {
	request, err := http.NewRequest(http.MethodDelete, w.at(location), nil)
	if err != nil {
		return
	}
	request.Header.Set("Authorization", "Bearer "+token)
	if reply, err := w.client.Do(request); err == nil {
		reply.Body.Close()
	}
}

func (w *whep) at(path string) string {
	return w.server.ResolveReference(&url.URL{Path: path}).String()
}
