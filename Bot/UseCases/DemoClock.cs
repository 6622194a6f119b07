using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>The plan clock of demo mode: starts where it is told to, runs on with real time, can be moved forward, and never goes back.</summary>
/// <param name="wall">Real time, by which it runs on.</param>
/// <param name="start">Where it starts; <see cref="ResumeAsync"/> may find a later instant.</param>
public sealed class DemoClock(TimeProvider wall, DateTimeOffset start) : TimeProvider
{
    /// <summary>Five minutes before the first reminder of 2020Q1, so that a newcomer need not wait for it.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2020, 3, 31, 8, 55, 0, TimeSpan.FromHours(8));

    private readonly Lock changing = new();
    private DateTimeOffset setTo = start.ToUniversalTime();
    private long setAt = wall.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (changing)
            return setTo + wall.GetElapsedTime(setAt);
    }

    /// <summary>Goes on from the instant that an earlier run of the program kept, when that is later.</summary>
    public async Task ResumeAsync(IDemoClockRepository kept, CancellationToken cancellationToken)
    {
        if (await kept.ReadAsync(cancellationToken) is { } instant)
            MoveTo(instant);
    }

    /// <returns>False when <paramref name="instant"/> has passed already; the clock stays as it is then.</returns>
    public bool MoveTo(DateTimeOffset instant)
    {
        lock (changing)
        {
            if (instant < setTo + wall.GetElapsedTime(setAt))
                return false;
            (setTo, setAt) = (instant.ToUniversalTime(), wall.GetTimestamp());
            return true;
        }
    }
}
