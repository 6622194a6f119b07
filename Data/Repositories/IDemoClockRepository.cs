namespace PlanBot.Data.Repositories;

/// <summary>Last instant that the demo clock has shown; it never goes back.</summary>
public interface IDemoClockRepository
{
    /// <summary>Null before the first demo run.</summary>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps <paramref name="now"/> unless a later instant is kept already.</summary>
    /// <returns>What is kept now: another node's clock may be ahead.</returns>
    Task<DateTimeOffset> KeepAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
