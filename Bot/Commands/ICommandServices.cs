namespace PlanBot.Commands;

/// <summary>The program's services as a command meets them: built on first use, with the database migrated, and without channels or jobs.</summary>
public interface ICommandServices
{
    /// <summary>Where a person at the terminal answers; null when there is none (a script, a pipe).</summary>
    TextReader? Terminal => null;

    /// <summary>Runs <paramref name="work"/> in a scope of its own.</summary>
    Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>The same for a command that only reads: a file that is not there is told, not made.</summary>
    Task<T> RunOnExistingAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, cancellationToken);

    /// <summary>The same with everything as it lies there: no database is made, brought up to date or asked for.</summary>
    Task<T> RunUnpreparedAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, cancellationToken);
}

/// <summary>What a command leaves behind, as design and scripts rely on it.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>What was given is wrong: a file, a line of it, a configuration value.</summary>
    public const int BadInput = 1;

    /// <summary>The command itself is wrong: unknown, or an argument is missing.</summary>
    public const int BadUsage = 2;
}
