namespace PlanBot.Channels.Browser;

/// <summary>Sends the pages of the browser channel, and what all of them are told about safety.</summary>
internal static class PageFile
{
    public static IResult Send(HttpContext http, string name, int status = StatusCodes.Status200OK)
    {
        Protect(http);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Path.Combine(http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootPath, "chat", name), "text/html; charset=utf-8");
    }

    /// <summary>Nothing from elsewhere, and nowhere else: all that the page needs comes from PlanBot itself.</summary>
    public static void Protect(HttpContext http)
    {
        // Web Chat and its cards write style elements; files to upload are read through blob: addresses.
        var host = http.Request.Host.Value;
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob: ws://{host} wss://{host}; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin"; // the secret of a sign-in link stands in its address
    }
}
