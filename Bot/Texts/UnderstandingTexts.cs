using System.Globalization;

namespace PlanBot.Texts;

/// <summary>Asking back, and saying how a message was understood.</summary>
public static class UnderstandingTexts
{
    /// <summary>The two or three things a message may mean; the caller adds the buttons.</summary>
    public static string DidYouMean(IReadOnlyList<string> meanings, Language language) => language.In(
        $"请问您是想：\n{Numbered(meanings)}\n请点选或回复序号，也可以换个说法。", $"Do you mean:\n{Numbered(meanings)}\nChoose one, reply with its number, or put it another way.");

    public static string WhichPlan(IReadOnlyList<string> titles, Language language) => language.In(
        $"现在有{titles.Count}个计划在报送，请问是哪一个？\n{Numbered(titles.Select(title => $"《{title}》").ToList())}\n请点选或回复序号。",
        $"{titles.Count} plans are under way. Which one do you mean?\n{Numbered(titles)}\nChoose one or reply with its number.");

    /// <summary>How the message before was understood.</summary>
    /// <param name="meaning">In words; null when it was not understood.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="words">The words it rests on.</param>
    /// <param name="next">The next best meaning; null when there is none.</param>
    /// <param name="unexplained">Words that no rule knows; blank when there are none.</param>
    public static string Explain(string said, string? meaning, double confidence, IReadOnlyList<string> words, (string Meaning, double Confidence)? next, string unexplained, Language language)
    {
        var lines = new List<string>
        {
            meaning is null
                ? language.In($"“{said}”没有对上任何已知的意思。", $"\"{said}\" matched nothing I know.")
                : language.In($"“{said}”理解为：{meaning}（把握{Percent(confidence)}）。", $"\"{said}\" was understood as: {meaning} ({Percent(confidence)} sure)."),
        };
        if (words.Count > 0)
            lines.Add(language.In($"依据的词：{string.Join('、', words.Select(word => $"“{word}”"))}。", $"By these words: {string.Join(", ", words.Select(word => $"\"{word}\""))}."));
        if (next is { } second)
            lines.Add(language.In($"其次可能是：{second.Meaning}（{Percent(second.Confidence)}）。", $"Next best: {second.Meaning} ({Percent(second.Confidence)})."));
        if (unexplained.Length > 0)
            lines.Add(language.In($"没有用上的字：{unexplained}。", $"Not used: {unexplained}."));
        lines.Add(language.In("理解得不对，可以直接说“不对，是……”。", "If that is wrong, say \"no, I mean ...\"."));
        return string.Join('\n', lines);
    }

    public static string NothingToExplain(Language language) => language.In("您还没有说过别的话，没有可以解释的。", "You have not said anything else yet, so there is nothing to explain.");

    private static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    private static string Numbered(IReadOnlyList<string> lines) => string.Join('\n', lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {line}")));
}
