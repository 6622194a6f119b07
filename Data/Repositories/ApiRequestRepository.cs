using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

/// <param name="Status">Null while it is being done.</param>
public sealed record ApiRequestRow
{
    public required string Fingerprint { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public int? Status { get; init; }
    public string? Etag { get; init; }
    public string? Answer { get; init; }
}

/// <summary>Changes that a system asked for under a key of its own.</summary>
public sealed class ApiRequestRepository(IDatabase database)
{
    /// <summary>Begins a request; one that was begun before <paramref name="abandoned"/> and never ended counts as not begun.</summary>
    /// <returns>Null when it is this caller's to do, else what there is under the key.</returns>
    public Task<ApiRequestRow?> BeginAsync(Guid tokenId, string key, string fingerprint, DateTimeOffset now, DateTimeOffset abandoned, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async token =>
            {
                const string sql = """
                    INSERT INTO api_request (token_id, key, fingerprint, begun_at) VALUES (@tokenId, @key, @fingerprint, @now)
                    ON CONFLICT (token_id, key) DO UPDATE SET begun_at = excluded.begun_at
                     WHERE api_request.status IS NULL AND api_request.begun_at < @abandoned AND api_request.fingerprint = excluded.fingerprint
                    """;
                return await database.WriteAsync(sql, new { tokenId, key, fingerprint, now, abandoned }, token) > 0
                    ? null
                    : await database.FindAsync<ApiRequestRow>(
                        "SELECT fingerprint, begun_at, status, etag, answer FROM api_request WHERE token_id = @tokenId AND key = @key", new { tokenId, key }, token);
            },
            cancellationToken);

    public Task EndAsync(Guid tokenId, string key, int status, string? etag, string answer, CancellationToken cancellationToken) => database.WriteAsync(
        "UPDATE api_request SET status = @status, etag = @etag, answer = @answer WHERE token_id = @tokenId AND key = @key", new { tokenId, key, status, etag, answer }, cancellationToken);

    /// <summary>Nothing came of it: the key can be used again.</summary>
    public Task ForgetAsync(Guid tokenId, string key, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM api_request WHERE token_id = @tokenId AND key = @key AND status IS NULL", new { tokenId, key }, cancellationToken);

    public Task ForgetBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        database.WriteAsync("DELETE FROM api_request WHERE begun_at < @instant", new { instant }, cancellationToken);
}
