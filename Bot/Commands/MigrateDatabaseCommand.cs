using System.CommandLine;
using PlanBot.Data.Moving;
using PlanBot.Data.Sql;
using PlanBot.Texts;

namespace PlanBot.Commands;

/// <summary><c>migrate-database --from var/planbot.db --to "Host=db;Database=planbot;Username=planbot"</c>: moves an office from SQLite to PostgreSQL. The configured database plays no part in it.</summary>
public static class MigrateDatabaseCommand
{
    public const string Name = "migrate-database";

    public static Command Create(TimeProvider wall)
    {
        var from = new Option<string>("--from") { Required = true, Description = "SQLite 文件或连接串。 SQLite file or connection string." };
        var to = new Option<string>("--to") { Required = true, Description = "空的 PostgreSQL 库的连接串。 Connection string of an empty PostgreSQL database." };
        var command = new Command(Name, "从 SQLite 迁往 PostgreSQL，逐行核对；中断后再运行就接着迁。 Moves from SQLite to PostgreSQL, checked row by row; run it again after an interruption and it goes on.") { from, to };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), wall, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, string to, TimeProvider wall, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var source = Opened(() => SqliteDatabase.At(from));
        if (source is null)
            return await FailAsync(error, MoveTexts.NotSqlite);
        using var target = Opened(() => new PostgresDatabase(to));
        if (target is null)
            return await FailAsync(error, MoveTexts.NotPostgres);

        using var meter = new MoveProgressLine(error, isTerminal: !Console.IsErrorRedirected, wall);
        try
        {
            var began = wall.GetTimestamp();
            var result = await new DatabaseMove(source, target, wall).RunAsync(meter, cancellationToken);
            meter.Dispose();
            return await TellAsync(result, target, wall.GetElapsedTime(began), output, error);
        }
        catch (Exception exception) when (Explain(exception, source.Place) is { } line)
        {
            meter.Dispose();
            return await FailAsync(error, line);
        }
    }

    /// <returns>Null when the text is no connection string of this kind. What the driver says of it may repeat the password, so it is not passed on.</returns>
    private static T? Opened<T>(Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Explain(Exception exception, string source) => exception switch
    {
        MoveRefusedException refusal => MoveTexts.Explain(refusal),
        DatabaseUnavailableException problem => MoveTexts.Explain(problem, source),
        OperationCanceledException => MoveTexts.Interrupted,
        _ => null,
    };

    private static async Task<int> TellAsync(MoveResult result, PostgresDatabase target, TimeSpan took, TextWriter output, TextWriter error)
    {
        if (result.MigrationsOfSource.Count > 0)
            await output.WriteLineAsync(MoveTexts.Migrated(result.MigrationsOfSource));
        if (result.FinishedAt is { } finishedAt)
        {
            await output.WriteLineAsync(result.WasMovedBefore ? MoveTexts.MovedBefore(finishedAt, target.Place) : MoveTexts.Moved(result.Tables, took, target.Setting));
            return ExitCode.Done;
        }
        foreach (var difference in result.Differences)
            await error.WriteLineAsync(MoveTexts.Differs(difference));
        return await FailAsync(error, MoveTexts.DifferencesRemedy(DatabaseMove.Shown));
    }

    private static async Task<int> FailAsync(TextWriter error, string line)
    {
        await error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return ExitCode.BadInput;
    }
}
