namespace PlanBot.Dashboard;

/// <summary>What many open pages ask for at once is read once: while a mark stays as it is, what was read is good; and who comes while it is being read anew waits for that reading, or for the next one where
/// this one began too early.</summary>
/// <param name="mark">Changes whenever what is read may have changed.</param>
/// <param name="most">Keys kept; the one asked for longest ago goes first.</param>
/// <remarks>Nobody is given anything older than their question. However many ask, one reading of a key is under way.</remarks>
public sealed class SharedReading<TKey, TValue>(Func<CancellationToken, Task<string>> mark, int most)
    where TKey : notnull
{
    private readonly Lock changing = new();
    private readonly Dictionary<TKey, Entry> entries = [];
    private long asked;

    /// <param name="read">Goes on when its own asker has gone: others wait for it.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read, CancellationToken cancellationToken)
    {
        var known = await mark(cancellationToken);
        Task<TValue> reading;
        lock (changing)
        {
            var entry = EntryOf(key);
            if (entry.Running is { } running && entry.Mark == known && !running.IsFaulted && !running.IsCanceled)
                reading = running;
            else if (entry.Running is null or { IsCompleted: true })
                reading = Begin(entry, known, read);
            else
                reading = entry.Next ??= AfterAsync(entry, entry.Running, read);
        }
        return await reading.WaitAsync(cancellationToken);
    }

    private static Task<TValue> Begin(Entry entry, string known, Func<Task<TValue>> read)
    {
        entry.Mark = known;
        return entry.Running = Task.Run(read);
    }

    private async Task<TValue> AfterAsync(Entry entry, Task before, Func<Task<TValue>> read)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        string known;
        try
        {
            known = await mark(CancellationToken.None);
        }
        catch
        {
            lock (changing)
                entry.Next = null; // whoever comes next asks anew
            throw;
        }
        Task<TValue> reading;
        lock (changing)
        {
            entry.Next = null;
            reading = Begin(entry, known, read);
        }
        return await reading;
    }

    private Entry EntryOf(TKey key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            if (entries.Count >= most)
                entries.Remove(entries.MinBy(one => one.Value.Asked).Key);
            entries[key] = entry = new Entry();
        }
        entry.Asked = ++asked;
        return entry;
    }

    private sealed class Entry
    {
        public string? Mark { get; set; }

        /// <summary>The reading that began at the mark, under way or done.</summary>
        public Task<TValue>? Running { get; set; }

        /// <summary>For those who came after that mark.</summary>
        public Task<TValue>? Next { get; set; }

        public long Asked { get; set; }
    }
}
