using PlanBot.Dashboard;

namespace PlanBot.Tests.Dashboard;

public sealed class SharedReadingTests : IDisposable
{
    private readonly List<TaskCompletionSource<int>> readings = [];
    private readonly SemaphoreSlim begun = new(0);
    private readonly SharedReading<string, int> shared;
    private string mark = "one";

    public SharedReadingTests() => shared = new(_ => Task.FromResult(mark), most: 2);

    public void Dispose() => begun.Dispose();

    [Fact]
    public async Task While_nothing_changes_it_is_read_once()
    {
        var first = await ReadAsync(1);

        Assert.Equal((1, 1), (first, await AskAsync()));
        Assert.Single(readings);
    }

    [Fact]
    public async Task After_a_change_it_is_read_again()
    {
        await ReadAsync(1);
        mark = "two";

        Assert.Equal(2, await ReadAsync(2));
    }

    [Fact]
    public async Task After_trouble_with_the_mark_whoever_comes_asks_anew()
    {
        var isDown = false;
        var (first, third) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var own = new SharedReading<string, int>(_ => isDown ? Task.FromException<string>(new IOException("down")) : Task.FromResult(mark), most: 2);
        var running = own.GetAsync("key", () => first.Task, CancellationToken.None);
        mark = "two";
        var waiting = own.GetAsync("key", () => Task.FromResult(2), CancellationToken.None);
        isDown = true;
        first.SetResult(1);
        await Assert.ThrowsAsync<IOException>(() => waiting);

        isDown = false;
        var later = own.GetAsync("key", () => third.Task, CancellationToken.None);
        mark = "three";
        var last = own.GetAsync("key", () => Task.FromResult(4), CancellationToken.None);
        third.SetResult(3);

        Assert.Equal((1, 3, 4), (await running, await later, await last));
    }

    [Fact]
    public async Task Who_comes_during_a_reading_shares_it()
    {
        var asking = new[] { AskAsync(), AskAsync(), AskAsync() };
        await begun.WaitAsync();
        readings[0].SetResult(1);

        var answers = await Task.WhenAll(asking);
        Assert.Equal([1, 1, 1], answers);
        Assert.Single(readings);
    }

    [Fact]
    public async Task Who_comes_after_a_change_gets_nothing_older_and_all_of_them_share_one_more_reading()
    {
        var before = AskAsync();
        await begun.WaitAsync();
        mark = "two";
        var after = new[] { AskAsync(), AskAsync() };
        readings[0].SetResult(1);
        await begun.WaitAsync();
        readings[1].SetResult(2);

        Assert.Equal(1, await before);
        var answers = await Task.WhenAll(after);
        Assert.Equal([2, 2], answers);
        Assert.Equal(2, readings.Count);
    }

    [Fact]
    public async Task A_reading_that_failed_is_told_and_tried_again()
    {
        var failing = AskAsync();
        await begun.WaitAsync();
        readings[0].SetException(new IOException("away"));

        await Assert.ThrowsAsync<IOException>(() => failing);
        Assert.Equal(2, await ReadAsync(2));
    }

    [Fact]
    public async Task Who_goes_away_takes_nothing_from_the_others()
    {
        using var gone = new CancellationTokenSource();
        var first = AskAsync(gone.Token);
        await begun.WaitAsync();
        var second = AskAsync();
        await gone.CancelAsync();
        readings[0].SetResult(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, await second);
    }

    [Fact]
    public async Task What_was_asked_for_longest_ago_is_forgotten_first()
    {
        foreach (var key in new[] { "a", "b", "a", "c", "a" })
            await shared.GetAsync(key, () => Task.FromResult(1), CancellationToken.None);

        Assert.Equal((1, 2), (await shared.GetAsync("a", () => Task.FromResult(2), CancellationToken.None), await shared.GetAsync("b", () => Task.FromResult(2), CancellationToken.None)));
    }

    private Task<int> AskAsync(CancellationToken cancellationToken = default) => shared.GetAsync(
        "key",
        () =>
        {
            var reading = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            readings.Add(reading);
            begun.Release();
            return reading.Task;
        },
        cancellationToken);

    private async Task<int> ReadAsync(int value)
    {
        var asking = AskAsync();
        await begun.WaitAsync();
        readings[^1].SetResult(value);
        return await asking;
    }
}
