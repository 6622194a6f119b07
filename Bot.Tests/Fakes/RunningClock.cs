namespace PlanBot.Tests.Fakes;

/// <summary>Real time as a test moves it: instant and timestamp go together.</summary>
public sealed class RunningClock(DateTimeOffset now) : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now + passed;

    public override long GetTimestamp() => passed.Ticks;

    public void Pass(TimeSpan time) => passed += time;
}
