using PlanBot.Commands;
using PlanBot.Data.Sql;

namespace PlanBot.Composition;

/// <summary>Builds the services once for the one command of this process; hosted services are not started.</summary>
internal sealed class CommandServices(string[] settings, TimeProvider system) : ICommandServices, IAsyncDisposable
{
    private WebApplication? application;
    private bool isPrepared;

    public TextReader? Terminal => Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In;

    public async Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        application ??= Serving.Build(settings, system);
        if (!isPrepared)
        {
            isPrepared = true;
            await application.Services.GetRequiredService<StartUp>().PrepareAsync(cancellationToken);
        }
        return await RunUnpreparedAsync(work, cancellationToken);
    }

    public Task<T> RunOnExistingAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        application ??= Serving.Build(settings, system);
        return application.Services.GetRequiredService<IDatabase>() is SqliteDatabase sqlite && !File.Exists(sqlite.Place)
            ? throw new DatabaseUnavailableException(DatabaseProblem.NoFile, sqlite.Place)
            : RunAsync(work, cancellationToken);
    }

    public async Task<T> RunUnpreparedAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        application ??= Serving.Build(settings, system);
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
    }
}
