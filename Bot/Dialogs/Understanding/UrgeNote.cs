using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>没交的全部催办，就说：市领导周四要看: words of the coordinator's own that go with an urging. Pure.</summary>
internal static class UrgeNote
{
    /// <summary>What is kept of such words.</summary>
    public const int Longest = 300;

    /// <returns>Where the words that ask for the urging end, and the note as typed; null when the message holds none.</returns>
    public static (int Head, string Text)? In(string raw) =>
        Note.Match(raw) is { Success: true } note && note.Groups["text"].Value.Trim() is { Length: > 1 and <= Longest } text ? (note.Index, BroadcastText.Of(text, 0)) : null;

    /// <summary>tell them the director wants it; 告诉他们局长明天中午要: said at the preview, where nothing else can be told.</summary>
    /// <returns>The note as typed; null when the words are none.</returns>
    public static string? AtPreview(string raw) => Told.Match(raw.Trim()) is { Success: true } told && told.Groups["text"].Value.Trim() is { Length: > 3 and <= Longest } text ? text : null;

    private static Regex Told => field ??= new(@"^(?:(?:ok|oh|and|also|please|pls|but|just|then|yes|well)[,. ]+)*(?:tell|let) them(?: know)?(?: that)?,? (?!(?:to wait|i|about it|now|later|again|yes|no)(?![a-z]))(?<text>\S.{3,})$|^(?:顺便|顺带|再|也|另外|请|麻烦|那|就|还|帮我|和|[,，\s])*(?:告诉|转告|跟|和|对|给)(?:一?下)?(?:他们|它们|大家|各单位|对方|人家)(?:也|就|都|再|一起)*(?:说|讲|提|带|加|强调)?(?:一声|一下|一句|清楚|明白)?[:：,，\s]*(?!一下$|一声$)(?<text>\S.{3,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static Regex Note => field ??= new(@"[\s,，。.;；、]*(?:就|并且?|顺便|同时|再|另外|也)?(?:跟|和|对|给|告诉|转告)?(?:他们|它们|大家|各单位|对方|人家)?(?:就(?:说|讲)(?:是)?(?:一?声|一下)?\s*[:：,，]?|(?:说明|说|附(?:上)?(?:一)?[句言]|留(?:一)?句?[话言]|备注|注明|加(?:上)?(?:一)?句(?:话)?|写(?:上|明)|带(?:上)?(?:一)?句话?|告诉他们|跟他们说|(?:把)?(?:这|下面|以下|下面这|以下这)(?:一)?(?:段|句|几句|些)?(?:话|文字|内容)?(?:也|都|一起|一并|给)*(?:带|附|捎|加|写)(?:上|进去|给他们|过去)?|(?:带|附|捎|加)(?:上)?(?:这|下面|以下)(?:一)?(?:段|句|几句|些)?(?:话|文字|内容)?)(?:一?声|一下|清楚)?\s*[:：])\s*(?<text>\S.*)$"
        + @"|[\s,.;]+(?:and )?(?:please )?(?:(?:say|saying|tell them|let them know|with the (?:words|note|message))(?: that)?\s*:?\s+|add(?: a (?:line|note))?\s*:\s*)(?<text>\S.{3,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
