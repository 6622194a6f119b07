using PlanBot.Data.Model;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Understanding;
using PlanBot.Tests.Builders;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Many ways to say the same, from Fixtures/Utterances: the intent as a conversation would route it, and what it is about.</summary>
public sealed class UtterancesTests
{
    private static readonly UtteranceScore Score = new(
        TianjinUnits.All, new PlanSetting(new(2020, 4, 7), Frequency.Quarterly, new(2020, 1), new(2020, 1), new(2020, 4)), new(2020, 4, 7, 10, 0, 0), Calendars.StateCouncil);

    public static TheoryData<string, int> Lines()
    {
        var rows = new TheoryData<string, int>();
        foreach (var file in Directory.GetFiles(Folder, "*.txt"))
        {
            foreach (var utterance in LabelledUtterance.Read(File.ReadLines(file), out _))
                rows.Add(Path.GetFileName(file), utterance.Line);
        }
        return rows;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "Utterances");

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_understood(string file, int line)
    {
        var utterance = LabelledUtterance.Read(File.ReadLines(Path.Combine(Folder, file)), out var bad).Single(read => read.Line == line);

        var scored = Score.Of(utterance);

        Assert.Null(bad);
        Assert.True(scored.IsRight, $"{utterance.Said}: {utterance.Intent} expected, but was {scored.Got} {string.Join(' ', scored.Wrong)}");
    }
}
