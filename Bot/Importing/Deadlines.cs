using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Reads the deadline of a task from a cell or a tail: 2020年12月底, 9月底前, 年内持续推进.</summary>
internal sealed partial class Deadlines(PlanYears years, Remarks remarks)
{
    /// <summary>Whether words in a list of units are a time instead: a date, or 年内, 持续推进, 全年.</summary>
    public static bool IsDeadline(string words) => TimeWords().IsMatch(words) || (ChineseDates.Find(words) is [{ Index: <= 3 }, ..] && !UnitNames.IsOrgan(words.Trim()));

    /// <returns>With the words alone when they name no date; null for an empty cell.</returns>
    public DatedText? Read(Passage? words)
    {
        if (words is null || words.Compact().Text is "" or "-" or "/" or "无")
            return null;
        // Of a span (2020年3月至12月) the end is the deadline.
        if (ChineseDates.Find(words.Text) is not [.., var date])
        {
            if (!Lasting().IsMatch(words.Text))
                remarks.Add(words.Line, NoticeIssue.UnreadDate, words.Raw);
            return new(words.Raw, null, null);
        }
        var value = years.Complete(date, words, remarks);
        return value is null ? new(words.Raw, null, null) : new(words.Raw, value, date.Precision);
    }

    [GeneratedRegex("^(?:年内|全年|长期|持续|常态化|每(?:年|半年|个?季度?|个?月|周|旬)|适时|年底|立即|按(?:时|期|照时间))")]
    private static partial Regex TimeWords();

    [GeneratedRegex("持续|长期|全年|(?<![\\d一二三四五六七八九十])年内|常态|适时|立即|每年|每月|每季")]
    private static partial Regex Lasting();
}
