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

    /// <summary><see cref="IDatabase.InTransactionAsync{T}"/> for a few quick statements that many callers have at one moment: they share a connection and a commit, and each goes on when its own is kept.</summary>
    /// <remarks>When one fails, all are rolled back and each runs again by itself: <paramref name="work"/> changes nothing but the database.</remarks>
    public static Task<T> TogetherAsync<T>(this IDatabase database, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        database is Database own ? own.TogetherAsync(work, cancellationToken) : database.InTransactionAsync(work, cancellationToken);

    /// <summary><see cref="TogetherAsync{T}"/> on SQLite, where every commit waits for the disk and for all others. PostgreSQL lets commits share their wait by itself, and rows that two nodes write in different orders would block each other.</summary>
    public static Task<T> TogetherInFileAsync<T>(this IDatabase database, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        database.Dialect == Dialect.Sqlite ? database.TogetherAsync(work, cancellationToken) : database.InTransactionAsync(work, cancellationToken);

    /// <summary>Inside a transaction: waits for others that said the same name in theirs, and makes those after us wait until ours ends.</summary>
    /// <remarks>For work that looks first and writes then, such as importing what is not there yet. SQLite needs nothing: its transaction is the only one that writes.</remarks>
    public static Task OneAtATimeAsync(this IDatabase database, string name, CancellationToken cancellationToken) => database.Dialect == Dialect.Postgres
        ? database.WriteAsync("SELECT pg_advisory_xact_lock(hashtextextended(@name, 1))", new { name }, cancellationToken)
        : Task.CompletedTask;
}
