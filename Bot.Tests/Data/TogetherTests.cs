using PlanBot.Data.Sql;

namespace PlanBot.Tests.Data;

public sealed class TogetherTests
{
    [Fact]
    public async Task What_comes_while_one_is_written_is_written_in_one_go_and_each_gets_its_own_result()
    {
        var first = new TaskCompletionSource();
        var written = new List<int>();
        using var together = new Together<int, int>(async items =>
        {
            written.Add(items.Count);
            if (written.Count == 1)
                await first.Task;
            return [.. items.Select(item => item * 10)];
        });

        var all = Enumerable.Range(1, 20).Select(together.AddAsync).ToList();
        first.SetResult();

        Assert.Equal(Enumerable.Range(1, 20).Select(item => item * 10), await Task.WhenAll(all));
        Assert.Equal([1, 19], written);
    }

    [Fact]
    public async Task One_that_cannot_be_written_fails_alone()
    {
        var first = new TaskCompletionSource();
        var kept = new List<int>();
        using var together = new Together<int, bool>(async items =>
        {
            await first.Task;
            if (items.Contains(3))
                throw new InvalidOperationException("3");
            kept.AddRange(items);
            return [.. items.Select(_ => true)];
        });

        var all = Enumerable.Range(1, 5).Select(together.AddAsync).ToList();
        first.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => all[2]);
        Assert.All(await Task.WhenAll(all[0], all[1], all[3], all[4]), Assert.True);
        Assert.Equal([1, 2, 4, 5], kept.Order());
    }
}
