package heliograph.rig;

/** An expression that threw in the page, or a command that the browser refused. */
public final class ScriptException extends RuntimeException {
    ScriptException(String message) {
        super(message);
    }
}
