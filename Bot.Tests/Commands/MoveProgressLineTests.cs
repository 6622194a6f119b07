using PlanBot.Commands;
using PlanBot.Data.Moving;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;

namespace PlanBot.Tests.Commands;

public sealed class MoveProgressLineTests
{
    private readonly RunningClock clock = new(Ledgers.At("2020-07-09 09:00"));

    [Fact]
    public void On_a_terminal_one_line_is_drawn_again_and_again()
    {
        var drawn = Drawn(isTerminal: true, (1, Unit(2, 2)), (1, Obligation(5000, 5002)), (1, Obligation(10_000, 10_002)));

        Assert.Equal(
            [
                "", "复制 copying unit 2/2 0% 0/s", "复制 copying obligation 5,000/1,500,000 0% 5,002/s",
                "复制 copying obligation 10,000/1,500,000 0% 5,001/s\n",
            ],
            drawn.Replace("\u001b[K", "", StringComparison.Ordinal).Split('\r'));
    }

    [Fact]
    public void What_an_earlier_run_has_copied_makes_this_one_no_faster()
    {
        var drawn = Drawn(isTerminal: true, (0, Obligation(900_000, 900_002) with { Earlier = 900_002 }), (1, Obligation(905_000, 905_002) with { Earlier = 900_002 }));

        Assert.Contains("30% 5,000/s", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_is_not_flooded()
    {
        var drawn = Drawn(isTerminal: true, [.. Enumerable.Range(1, 100).Select(stretch => (0.01, Obligation(5000 * stretch, 5000 * stretch)))]);

        Assert.InRange(drawn.Split('\r').Length, 9, 12);
    }

    [Fact]
    public void Elsewhere_every_table_that_is_done_is_a_line()
    {
        var drawn = Drawn(isTerminal: false, (1, Unit(2, 2)), (1, Unit(2, 2)), (1, Obligation(5000, 5002)), (1, Obligation(1_500_000, 1_500_002)));

        Assert.Equal("复制 copying unit 2\n复制 copying obligation 1500000\n", drawn);
    }

    private static MoveProgress Unit(long rows, long done) => new(MovePhase.Copying, "unit", rows, 2, done, 3_000_000);

    private static MoveProgress Obligation(long rows, long done) => new(MovePhase.Copying, "obligation", rows, 1_500_000, done, 3_000_000);

    /// <param name="steps">Seconds that pass before each report.</param>
    private string Drawn(bool isTerminal, params (double Seconds, MoveProgress Progress)[] steps)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var line = new MoveProgressLine(writer, isTerminal, clock))
        {
            foreach (var (seconds, progress) in steps)
            {
                clock.Pass(TimeSpan.FromSeconds(seconds));
                line.Report(progress);
            }
        }
        return writer.ToString();
    }
}
