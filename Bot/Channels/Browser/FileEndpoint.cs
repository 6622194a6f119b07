namespace PlanBot.Channels.Browser;

/// <summary>Hands out files by the addresses that <see cref="FileOffers"/> makes.</summary>
internal static class FileEndpoint
{
    public static void Map(RouteGroupBuilder directLine) => directLine.MapGet("/files/{token}", GetAsync);

    /// <summary>The address is the key. A request that says who it is from must be from whom the file was given to; to all others there is no such file.</summary>
    private static async Task<IResult> GetAsync(
        string token, HttpContext http, FileOffers offers, DirectLineAccess access, SignInCookie cookie, CancellationToken cancellationToken)
    {
        if (token.Length > 128 || await offers.FindAsync(token, cancellationToken) is not { } offer || await OtherReaderAsync(http, offer.UserId, access, cookie, cancellationToken))
            return DirectLineError.NoSuchFile;
        // Nothing that somebody sent is ever shown as a page of ours.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // What was fetched is in no cache when its address has expired.
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(Convert.FromBase64String(offer.Content), offer.ContentType, offer.Name);
    }

    private static async Task<bool> OtherReaderAsync(HttpContext http, string userId, DirectLineAccess access, SignInCookie cookie, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.Authorization.Count > 0)
            return access.Check(http.Request).Token?.UserId != userId;
        return await cookie.ReadAsync(http, cancellationToken) is { } signedIn && signedIn.UserId != userId;
    }
}
