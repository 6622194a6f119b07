using PlanBot.UseCases;

namespace PlanBot.Tests.UseCases;

public sealed class JobGateTests
{
    [Fact]
    public async Task Jobs_pass_side_by_side()
    {
        using var gate = new JobGate();

        using var first = await gate.PassAsync(CancellationToken.None);
        using var second = await gate.PassAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Closing_waits_for_those_inside_and_keeps_the_others_out()
    {
        using var gate = new JobGate();
        var inside = await gate.PassAsync(CancellationToken.None);

        var closing = gate.CloseAsync(CancellationToken.None);
        Assert.False(closing.IsCompleted);
        inside.Dispose();
        using var closed = await closing;
        var outside = gate.PassAsync(CancellationToken.None);
        Assert.False(outside.IsCompleted);
        closed.Dispose();

        (await outside).Dispose();
    }

    [Fact]
    public async Task Two_who_close_it_take_turns()
    {
        using var gate = new JobGate();

        var first = await gate.CloseAsync(CancellationToken.None);
        var second = gate.CloseAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_closing_leaves_it_open()
    {
        using var gate = new JobGate();
        var inside = await gate.PassAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();

        var closing = gate.CloseAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => closing);

        (await gate.PassAsync(CancellationToken.None)).Dispose();
        inside.Dispose();
        (await gate.CloseAsync(CancellationToken.None)).Dispose();
    }
}
