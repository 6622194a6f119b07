namespace PlanBot.Bench.Sizes;

/// <summary>What the program holds on to at its highest while it does something: managed objects that are alive, and the process as a whole.</summary>
internal static class Memory
{
    /// <param name="looks">Short work is done again until it was looked into so often.</param>
    public static async Task CompareAsync(string what, Office one, Office twenty, Func<Office, Task> work, string small = "one quarter", string large = "20 quarters", int looks = 60)
    {
        await work(one); // what is made once and kept, such as compiled queries, is no part of it
        await work(twenty);
        var (few, many) = (await PeakAsync(() => work(one), looks), await PeakAsync(() => work(twenty), looks));
        Report.Peaks($"live objects, {what}", small, few.Live, large, many.Live, aim: 1.2);
        Report.Peaks($"working set of the whole process, {what}", small, few.WorkingSet, large, many.WorkingSet, aim: 1.2);
    }

    private static async Task<(long Live, long WorkingSet)> PeakAsync(Func<Task> work, int wanted)
    {
        var (least, most, workingSet) = (Live(), 0L, 0L);
        for (var looks = 0; looks < wanted;)
        {
            var running = Task.Run(work);
            for (; !running.IsCompleted; looks++)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                workingSet = Math.Max(workingSet, Environment.WorkingSet);
                await Task.WhenAny(running, Task.Delay(5));
            }
            await running;
        }
        least = Math.Min(least, Live()); // what the work before had left behind may have gone only meanwhile
        return (most - least, workingSet);
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
