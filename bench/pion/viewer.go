package main

import (
	"time"

	"github.com/pion/interceptor"
	"github.com/pion/webrtc/v4"
)

// viewer is one peer connection that receives sound and picture, and its WHEP session.
type viewer struct {
	server   *whep
	peer     *webrtc.PeerConnection
	token    string
	location string
	video    counter
}

// watch opens a session. It returns as soon as the answer is set; media comes later.
func watch(server *whep, token string) (*viewer, error) {
	api, err := newAPI()
	if err != nil {
		return nil, err
	}
	peer, err := api.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	one := &viewer{server: server, peer: peer, token: token}
	peer.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) { one.read(track) })
	if err := one.negotiate(); err != nil {
		one.leave()
		return nil, err
	}
	return one, nil
}

func newAPI() (*webrtc.API, error) {
	media := &webrtc.MediaEngine{}
	video := []webrtc.RTCPFeedback{{Type: "nack"}, {Type: "nack", Parameter: "pli"}, {Type: "ccm", Parameter: "fir"}}
	for _, one := range []struct {
		kind  webrtc.RTPCodecType
		codec webrtc.RTPCodecParameters
	}{
		{webrtc.RTPCodecTypeAudio, codec(webrtc.MimeTypeOpus, 48000, 2, "minptime=10;useinbandfec=1", nil, 111)},
		{webrtc.RTPCodecTypeVideo, codec(webrtc.MimeTypeVP8, 90000, 0, "", video, 96)},
		{webrtc.RTPCodecTypeVideo, codec(webrtc.MimeTypeRTX, 90000, 0, "apt=96", nil, 97)},
	} {
		if err := media.RegisterCodec(one.codec, one.kind); err != nil {
			return nil, err
		}
	}
	feedback := &interceptor.Registry{}
	if err := webrtc.ConfigureNack(media, feedback); err != nil {
		return nil, err
	}
	if err := webrtc.ConfigureRTCPReports(feedback); err != nil {
		return nil, err
	}
	settings := webrtc.SettingEngine{}
	// On this machine, and by the way that costs least.
	settings.SetNetworkTypes([]webrtc.NetworkType{webrtc.NetworkTypeUDP4})
	settings.SetIncludeLoopbackCandidate(true)
	settings.SetInterfaceFilter(func(name string) bool { return name == "lo" })
	return webrtc.NewAPI(
		webrtc.WithMediaEngine(media), webrtc.WithInterceptorRegistry(feedback), webrtc.WithSettingEngine(settings)), nil
}

func codec(mime string, rate uint32, channels uint16, format string, feedback []webrtc.RTCPFeedback,
	number webrtc.PayloadType) webrtc.RTPCodecParameters {
	return webrtc.RTPCodecParameters{
		RTPCodecCapability: webrtc.RTPCodecCapability{
			MimeType: mime, ClockRate: rate, Channels: channels, SDPFmtpLine: format, RTCPFeedback: feedback},
		PayloadType: number,
	}
}

func (v *viewer) negotiate() error {
	receive := webrtc.RTPTransceiverInit{Direction: webrtc.RTPTransceiverDirectionRecvonly}
	for _, kind := range []webrtc.RTPCodecType{webrtc.RTPCodecTypeAudio, webrtc.RTPCodecTypeVideo} {
		if _, err := v.peer.AddTransceiverFromKind(kind, receive); err != nil {
			return err
		}
	}
	offer, err := v.peer.CreateOffer(nil)
	if err != nil {
		return err
	}
	gathered := webrtc.GatheringCompletePromise(v.peer)
	if err := v.peer.SetLocalDescription(offer); err != nil {
		return err
	}
	<-gathered
	location, answer, err := v.server.open(v.token, v.peer.LocalDescription().SDP)
	if err != nil {
		return err
	}
	v.location = location
	return v.peer.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.SDPTypeAnswer, SDP: answer})
}

// read counts a track until it ends; what RTX brings comes by the same track.
func (v *viewer) read(track *webrtc.TrackRemote) {
	for {
		packet, _, err := track.ReadRTP()
		if err != nil {
			return
		}
		// Padding alone is no media.
		if track.Kind() == webrtc.RTPCodecTypeVideo {
			v.video.came(packet.SequenceNumber, packet.Marker && len(packet.Payload) > 0, packet.MarshalSize(), time.Now())
		}
	}
}

// leave deletes the session and closes the connection; whether the server agreed matters to nobody.
func (v *viewer) leave() {
	if v.location != "" {
		v.server.delete(v.token, v.location)
	}
	_ = v.peer.Close()
}
