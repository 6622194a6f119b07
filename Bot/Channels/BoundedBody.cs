namespace PlanBot.Channels;

/// <summary>Reads what somebody posts, and no more of it than is allowed, whatever length it claims.</summary>
internal static class BoundedBody
{
    /// <param name="limit">Bytes.</param>
    /// <returns>From its beginning; null when it is longer.</returns>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (body.Length + count > limit)
                return null;
            body.Write(chunk, 0, count);
        }
        body.Position = 0;
        return body;
    }
}
