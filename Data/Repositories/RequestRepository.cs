using PlanBot.Data.Model;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Repositories;

public sealed class RequestRepository(IDatabase database) : IRequestRepository
{
    private const string Columns = "id, number, kind, state, person_id, channel, user_id, plan_id, unit_id, body, made_at, decided_by, decided_at";

    public Task<int> AddAsync(Request request, CancellationToken cancellationToken) => database.InTransactionAsync(
        async token =>
        {
            await database.OneAtATimeAsync("request-number", token);
            var number = (int)await database.FindAsync<long>("SELECT COALESCE(MAX(number), 0) + 1 FROM request", null, token);
            const string sql = """
                INSERT INTO request (id, number, kind, state, person_id, channel, user_id, plan_id, unit_id, body, made_at)
                VALUES (@Id, @Number, @Kind, @State, @PersonId, @Channel, @UserId, @PlanId, @UnitId, @Body, @MadeAt)
                """;
            await database.WriteAsync(sql, request with { Number = number, State = RequestState.Open }, token);
            return number;
        },
        cancellationToken);

    public Task<Request?> FindAsync(int number, CancellationToken cancellationToken) =>
        database.FindAsync<Request>($"SELECT {Columns} FROM request WHERE number = @number", new { number }, cancellationToken);

    public Task<IReadOnlyList<Request>> OpenAsync(CancellationToken cancellationToken) =>
        database.QueryAsync<Request>($"SELECT {Columns} FROM request WHERE state = 1 ORDER BY number", null, cancellationToken);

    public Task<IReadOnlyList<Request>> OfPersonAsync(Guid personId, CancellationToken cancellationToken) =>
        database.QueryAsync<Request>($"SELECT {Columns} FROM request WHERE person_id = @personId ORDER BY number DESC LIMIT 5", new { personId }, cancellationToken);

    public Task<Request?> LatestClaimAsync(string channel, string userId, CancellationToken cancellationToken) => database.FindAsync<Request>(
        $"SELECT {Columns} FROM request WHERE kind = 4 AND channel = @channel AND user_id = @userId ORDER BY number DESC LIMIT 1", new { channel, userId }, cancellationToken);

    public async Task<bool> SettleAsync(int number, RequestState state, Guid? decidedBy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE request SET state = @state, decided_by = @decidedBy, decided_at = @at WHERE number = @number AND state = 1";
        return await database.WriteAsync(sql, new { number, state, decidedBy, at }, cancellationToken) == 1;
    }

    public async Task<bool> ReopenAsync(int number, RequestState state, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE request SET state = 1, decided_by = NULL, decided_at = NULL WHERE number = @number AND state = @state AND state <> 1";
        return await database.WriteAsync(sql, new { number, state }, cancellationToken) == 1;
    }
}
