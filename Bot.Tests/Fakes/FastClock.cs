namespace PlanBot.Tests.Fakes;

/// <summary>Real time that runs faster, waits and all, so that what takes a minute takes a second or two.</summary>
/// <param name="start">What it shows at first.</param>
public sealed class FastClock(DateTimeOffset start, int times = 20) : TimeProvider
{
    private readonly Real real = new();
    private readonly long begun = new Real().GetTimestamp();
    private long passed;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>So much has gone by at once; waits that are under way do not hear of it.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref passed, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private TimeSpan Elapsed => (real.GetElapsedTime(begun) * times) + new TimeSpan(Interlocked.Read(ref passed));

    private TimeSpan Shorten(TimeSpan time) => time < TimeSpan.Zero ? time : time / times;

    private sealed class Real : TimeProvider;
}
