using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class LetterRepository(IDatabase database) : ILetterRepository
{
    public Task AddAsync(Letter letter, CancellationToken cancellationToken) =>
        database.WriteAsync("INSERT INTO letter (id, author_id, body, written_at) VALUES (@Id, @AuthorId, @Body, @WrittenAt)", letter, cancellationToken);

    public async Task<Letter?> FindAsync(Guid letterId, CancellationToken cancellationToken) =>
        await database.FindAsync<LetterRow>("SELECT id, author_id, body, written_at FROM letter WHERE id = @letterId", new { letterId }, cancellationToken) is { } row
            ? new(row.Id, row.AuthorId, row.Body, row.WrittenAt)
            : null;

    private sealed record LetterRow
    {
        public required Guid Id { get; init; }
        public Guid? AuthorId { get; init; }
        public required string Body { get; init; }
        public required DateTimeOffset WrittenAt { get; init; }
    }
}
