namespace PlanBot.Bench.Sizes;

/// <summary>What the program holds on to at its highest while it does something: managed objects that are alive, and the process as a whole.</summary>
internal static class Memory
{
    public static async Task CompareAsync(string what, Office one, Office twenty, Func<Office, Task> work)
    {
        await work(one); // what is made once and kept, such as compiled queries, is no part of it
        await work(twenty);
        var (small, large) = (await PeakAsync(() => work(one)), await PeakAsync(() => work(twenty)));
        Report.Peaks($"live objects, {what}", "one quarter", small.Live, "20 quarters", large.Live, aim: 1.2);
        Report.Peaks($"working set of the whole process, {what}", "one quarter", small.WorkingSet, "20 quarters", large.WorkingSet, aim: 1.2);
    }

    private static async Task<(long Live, long WorkingSet)> PeakAsync(Func<Task> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (live, workingSet) = (before, 0L);
        var running = Task.Run(work);
        while (!running.IsCompleted)
        {
            live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: true));
            workingSet = Math.Max(workingSet, Environment.WorkingSet);
            await Task.WhenAny(running, Task.Delay(5));
        }
        await running;
        return (live - before, workingSet);
    }
}
