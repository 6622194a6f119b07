namespace PlanBot.Tests.Fakes;

/// <summary>Time that stands until a test moves it, waits and all.</summary>
public sealed class VirtualClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<Waiting> timers = [];
    private TimeSpan passed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (timers)
            return now + passed;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>What falls due on the way is called, the earliest first.</summary>
    public void Pass(TimeSpan time)
    {
        TimeSpan until;
        lock (timers)
            until = passed + time;
        while (Next(until) is { } due)
            due.Call();
        lock (timers)
            passed = until;
    }

    private Waiting? Next(TimeSpan until)
    {
        lock (timers)
        {
            var due = timers.Where(timer => timer.At <= until).MinBy(timer => timer.At);
            if (due is null)
                return null;
            timers.Remove(due);
            passed = due.At;
            return due;
        }
    }

    private sealed class Waiting(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan At { get; private set; }

        public void Call() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.timers)
            {
                clock.timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    At = clock.passed + dueTime;
                    clock.timers.Add(this);
                }
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
