using PlanBot.Data.Migrations;
using PlanBot.Data.Sql;

namespace PlanBot.Data.Moving;

/// <summary>Moves a whole office from SQLite to PostgreSQL. Every row is compared afterwards; ended at any instant, the next run goes on where this one stood.</summary>
/// <param name="wall">Real time: a move is an event of the machine.</param>
public sealed class DatabaseMove(SqliteDatabase source, PostgresDatabase target, TimeProvider wall)
{
    /// <summary>Differences told; where there are more, something greater is wrong.</summary>
    public const int Shown = 20;

    /// <summary>Commits in a row of which the outcome may stay unknown; then the server is not going to come back by itself.</summary>
    private const int Patience = 3;

    private readonly MoveSource rows = new(source);
    private readonly MoveTarget arrivals = new(target);

    /// <summary>Nobody serves or changes the source meanwhile; it is never written to, unless its schema has to be brought up to date first.</summary>
    /// <exception cref="MoveRefusedException">Something found does not allow it.</exception>
    /// <exception cref="DatabaseUnavailableException">One of the two cannot be used; also when the source is served.</exception>
    public async Task<MoveResult> RunAsync(IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(source.Place))
            throw new MoveRefusedException(MoveRefusal.NoSource, source.Place); // opening it would make it
        using var mark = await ServingMark.TakeAsync(source, wall.GetUtcNow(), cancellationToken);
        await SettleAsync(mark, cancellationToken);
        var migrator = new Migrator(source, wall);
        var pending = await migrator.PendingAsync(cancellationToken);
        var born = await rows.BirthAsync(cancellationToken) ?? throw new MoveRefusedException(MoveRefusal.NoLedger, source.Place);
        await using var alone = await MoveLock.TakeAsync(target, cancellationToken);
        if (await BegunAsync(born, cancellationToken) is { FinishedAt: { } finishedAt } done)
        {
            var fingerprint = await rows.FingerprintAsync(_ => { }, cancellationToken);
            return fingerprint == done.Fingerprint ? new([], [], [], finishedAt) : throw new MoveRefusedException(MoveRefusal.SourceWentOn, source.Place);
        }
        if (pending.Count > 0)
            await migrator.RunAsync(cancellationToken);
        // The transaction writes nothing. It keeps commands, which need no mark, from writing what would then be left behind.
        return await source.InTransactionAsync(cancellation => MoveAsync(born, [.. pending.Select(migration => migration.Name)], progress, cancellation), cancellationToken);
    }

    /// <summary>After a crash the file is looked into, as the service does at its start.</summary>
    private async Task SettleAsync(ServingMark mark, CancellationToken cancellationToken)
    {
        if (mark.IsLeftOver && await source.FindDamageAsync(cancellationToken) is not null)
            throw new DatabaseUnavailableException(DatabaseProblem.Corrupt, source.Place);
        mark.Settle();
    }

    /// <summary>The move from this source that the target remembers; null when the target is empty.</summary>
    private async Task<MoveRecord?> BegunAsync(string born, CancellationToken cancellationToken)
    {
        const string anything = "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') LIMIT 1";
        if (await MoveRecord.FindAsync(target, cancellationToken) is { } begun)
        {
            if (begun.SourceBorn != born)
                throw new MoveRefusedException(MoveRefusal.TargetNotEmpty, target.Place);
            return begun.FinishedAt is not null || begun.SchemaVersion == Newest ? begun : throw new MoveRefusedException(MoveRefusal.OtherVersion, target.Place);
        }
        if (await target.FindAsync<string>(anything, null, cancellationToken) is null)
            return null;
        await new Migrator(target, wall).PendingAsync(cancellationToken); // says so when it is of a newer program
        throw new MoveRefusedException(MoveRefusal.TargetNotEmpty, target.Place);
    }

    private async Task<MoveResult> MoveAsync(string born, IReadOnlyList<string> migrated, IProgress<MoveProgress> progress, CancellationToken cancellationToken)
    {
        if (await MoveRecord.FindAsync(target, cancellationToken) is null)
            await target.InTransactionAsync(cancellation => BeginAsync(born, cancellation), cancellationToken);
        var tables = await MovedTables.OfAsync(target, cancellationToken);
        var counts = new List<(string Name, long Rows)>();
        foreach (var table in tables)
            counts.Add((table.Name, await rows.CountAsync(table.Name, cancellationToken)));
        var meter = new MoveMeter(counts, await MoveRecord.ArrivedAsync(target, cancellationToken), progress);

        foreach (var table in tables)
            await CopyAsync(table, meter, cancellationToken);
        await arrivals.AnalyzeAsync(tables, cancellationToken);
        var differences = new List<string>();
        foreach (var table in tables)
            differences.AddRange(await CheckAsync(table, meter, cancellationToken));
        if (differences.Count > 0)
            return new(counts, differences.Take(Shown).ToList(), migrated, null);

        var fingerprint = await rows.FingerprintAsync(meter.Mark, cancellationToken);
        var now = wall.GetUtcNow();
        await MoveRecord.FinishAsync(target, fingerprint, now, cancellationToken);
        return new(counts, [], migrated, now);
    }

    /// <summary>Schema and record together or not at all, so that the target is at every instant empty or known as half moved.</summary>
    private async Task BeginAsync(string born, CancellationToken cancellationToken)
    {
        // The migrator lets one in at a time: if it finds something done, a service has come first.
        var applied = await new Migrator(target, wall).RunAsync(cancellationToken);
        if (applied.Count < Migration.All(Dialect.Postgres).Count)
            throw new MoveRefusedException(MoveRefusal.TargetNotEmpty, target.Place);
        await MoveRecord.BeginAsync(target, new() { Source = source.Place, SourceBorn = born, SchemaVersion = Newest }, wall.GetUtcNow(), cancellationToken);
    }

    private async Task CopyAsync(MovedTable table, MoveMeter meter, CancellationToken cancellationToken)
    {
        for (var unknown = 0; ;)
        {
            try
            {
                if (await arrivals.TakeNextAsync(table, rows, cancellationToken) is not { } arrived)
                    break;
                meter.Report(MovePhase.Copying, table.Name, arrived);
                unknown = 0;
            }
            catch (DatabaseUnavailableException lost) when (lost.Reason == DatabaseProblem.OutcomeUnknown && ++unknown < Patience)
            {
                // Lost in the middle of a commit; the target knows whether the rows have arrived.
            }
        }
        meter.Finish(MovePhase.Copying, table.Name);
    }

    private async Task<IReadOnlyList<string>> CheckAsync(MovedTable table, MoveMeter meter, CancellationToken cancellationToken)
    {
        var (differences, compared) = (new List<string>(), 0L);
        for (var position = long.MinValue; await rows.ReadAsync(table, position, cancellationToken) is [.., var last] stretch; position = last.RowId)
        {
            if (differences.Count < Shown)
                differences.AddRange(await arrivals.CompareAsync(table, stretch, cancellationToken));
            meter.Report(MovePhase.Checking, table.Name, compared += stretch.Count);
        }
        if (await arrivals.CountAsync(table.Name, cancellationToken) is var arrived && arrived != compared)
            differences.Add(FormattableString.Invariant($"{table.Name}: {compared} / {arrived}"));
        meter.Finish(MovePhase.Checking, table.Name);
        return differences;
    }

    private static int Newest => Migration.All(Dialect.Postgres).Max(migration => migration.Version);
}
