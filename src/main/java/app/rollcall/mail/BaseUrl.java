package app.rollcall.mail;

/** The address that people reach Rollcall at, without a slash at its end; never taken from a request. */
public record BaseUrl(String value) {

    public BaseUrl {
        value = value.strip().replaceAll("/+$", "");
        if (!value.startsWith("http://") && !value.startsWith("https://")) {
            throw new IllegalArgumentException("rollcall.base-url must begin with http:// or https://");
        }
    }

    /** The link to a path, which starts without a slash. */
    public String link(String path) {
        return value + "/" + path;
    }
}
