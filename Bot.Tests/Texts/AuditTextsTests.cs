using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;
using PlanBot.Texts;

namespace PlanBot.Tests.Texts;

public sealed partial class AuditTextsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Every action that some line of the program stores, found in the sources: a new one without words fails here.</summary>
    [Fact]
    public void Every_stored_action_has_words_in_both_languages()
    {
        var stored = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Bot", "UseCases"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Stored().Matches(File.ReadAllText(file)).SelectMany(line => Literal().Matches(line.Value)).Select(literal => literal.Groups["action"].Value))
            .Concat(Enum.GetValues<RulingKind>().SelectMany(kind => new[] { Rulings.ActionOf(kind), $"undo-{Rulings.ActionOf(kind)}" })).Distinct().Order().ToList();

        Assert.Contains("add-evidence", stored);
        Assert.Contains("undo-change-contact", stored);
        Assert.Contains("claim", stored);
        Assert.Contains("pause-reminders", stored);
        Assert.Empty(stored.Except(AuditTexts.KnownActions));
    }

    [Fact]
    public void What_has_not_moved_and_what_was_never_filed_is_not_told()
    {
        var accepted = Line("accept-report", """{"dueOn":"2020-04-03","version":1}""", """{"dueOn":"2020-04-03","version":1}""");
        var extended = Line("extend-due", """{"dueOn":"2020-04-03","version":0}""", """{"dueOn":"2020-04-15","version":0}""");

        Assert.DoesNotContain("截止日期", Told(accepted), StringComparison.Ordinal);
        Assert.Contains("第1版", Told(accepted), StringComparison.Ordinal);
        Assert.Contains("截止日期由2020-04-03改为2020-04-15", Told(extended), StringComparison.Ordinal);
        Assert.DoesNotContain("第0版", Told(extended), StringComparison.Ordinal);
    }

    private static string Told(AuditLine line) => AuditTexts.Trail(null, null, null, [line], page: 0, Shanghai, Language.Chinese);

    private static AuditLine Line(string action, string before, string after) => new()
    {
        At = Ledgers.At("2020-04-07 09:00"), Channel = "directline", Action = action, Subject = "obligation", UnitTaskOrdinal = 1, UnitName = "市教委", Before = before, After = after,
    };

    /// <summary>Action = "…" or its conditional, and the first argument of a method that writes a record.</summary>
    [GeneratedRegex(@"Action = (?!action)[^,;]*|(?:Record|RecordAsync|AuditAsync)\(\s*(?:[a-zA-Z.]+ \? )?""[^,]*|TakeBackAsync\(""[^""]*""")]
    private static partial Regex Stored();

    [GeneratedRegex("\"(?<action>[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();
}
