using PlanBot.Commands;

namespace PlanBot.Composition;

/// <summary>Builds the services once for the one command of this process; hosted services are not started.</summary>
internal sealed class CommandServices(string[] settings, TimeProvider system) : ICommandServices, IAsyncDisposable
{
    private WebApplication? application;

    public async Task<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (application is null)
        {
            application = Serving.Build(settings, system);
            await application.Services.GetRequiredService<StartUp>().PrepareAsync(cancellationToken);
        }
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
    }
}
