namespace PlanBot.Data.Sql;

public static class Transactions
{
    /// <summary><see cref="IDatabase.InTransactionAsync{T}"/> for work without a result.</summary>
    public static Task InTransactionAsync(this IDatabase database, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async cancellation =>
        {
            await work(cancellation);
            return true;
        }, cancellationToken);
}
