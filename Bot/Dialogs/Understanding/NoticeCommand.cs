using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A command with the notice that it is to pass on, to all or to some: 给逾期单位发通知：请抓紧. Only what stands before the colon is a command; the notice may hold any words at all.</summary>
public static class NoticeCommand
{
    /// <summary>Where the notice begins in <paramref name="raw"/>; null when none is carried.</summary>
    public static int? StartIn(string raw) =>
        Carrying.Match(raw) is { Success: true } match && match.Length < raw.TrimEnd().Length ? match.Length : null;

    private static Regex Carrying => field ??= new(
        @"^\s*(?:(?:请|麻烦|帮我?|替我)你?)?(?:(?:给|向|对)[^：:\n，,。]{1,30}?)?(?:发(?:布|送)?(?:一?[个条份则])?(?:通知|公告|消息)|群发(?:通知|消息)?|广播|通知(?!单|书|里|中|的))[^：:\n，,。]{0,20}(?:[：:]|\n)\s*"
        + @"|^\s*(?:please )?(?:broadcast|announce|send (?:a |an )?(?:notice|announcement|message|note)|notify|tell|message)[^：:\n]{0,60}?(?::|：|\n)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
