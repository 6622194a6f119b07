using PlanBot.Dialogs.Understanding;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>Many ways to say the same, from Fixtures/Utterances/intents.txt.</summary>
public sealed class UtterancesTests
{
    public static TheoryData<string, string, string> Said()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Utterances", "intents.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|')))
            rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void Is_understood(string who, string said, string intent)
    {
        var understood = Understand.Utterance(said, TianjinUnits.All);

        // What Routing asks of each: a contact's words are most often a report, so a command must explain more of them.
        var enough = who == "C" || understood.EndsAsQuestion ? 0.35 : understood.IsQuestion ? 0.55 : 0.7;
        Assert.Equal((said, intent), (said, understood.Intent.ToString()));
        Assert.True(understood.Confidence >= enough, $"{said}: {understood.Confidence:0.00}, unexplained: {understood.Leftover}");
    }
}
