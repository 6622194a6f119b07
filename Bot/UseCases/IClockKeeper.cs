using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>Keeps the instant that a moved clock shows, so that after a restart time does not run a second time.</summary>
public interface IClockKeeper
{
    Task KeepAsync(CancellationToken cancellationToken);
}

/// <summary>Real time needs no keeping.</summary>
public sealed class NoClockKeeper : IClockKeeper
{
    public Task KeepAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Of several nodes each has a demo clock; all go on from the latest.</summary>
public sealed class DemoClockKeeper(DemoClock clock, IDemoClockRepository kept) : IClockKeeper
{
    public async Task KeepAsync(CancellationToken cancellationToken) => clock.MoveTo(await kept.KeepAsync(clock.GetUtcNow(), cancellationToken));
}
