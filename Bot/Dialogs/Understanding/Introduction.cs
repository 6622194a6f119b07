using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Who somebody says they are: names as they were typed.</summary>
internal static class Introduction
{
    /// <summary>我是市教委的张敏, 我叫张敏, I am Zhang Min from 市教委: the one who speaks. A unit without 的 behind it is best taken out before.</summary>
    public static string? Speaker(string raw) => NameIn(Speaks.Match(raw.Trim()));

    /// <summary>Whether a stranger says who they are, or asks to be let in.</summary>
    public static bool IsClaim(string raw) => Claims.IsMatch(raw.Trim());

    /// <summary>An answer to the question for a name: 刘洋, or 是刘洋, 13600000000.</summary>
    public static string? Answer(string said) => NameIn(Alone.Match(said.Trim()));

    private static string? NameIn(Match match) => match.Success ? match.Groups["name"].Value.Trim() : null;

    private const string Name = @"(?<name>[\u4e00-\u9fff·]{2,4}?|[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})";

    private static Regex Speaks => field ??= new($"(?:我(?:是|叫)|本人(?:是|叫)?|姓名[:：]?|(?:[Ii] am|[Ii]'m|[Mm]y name is|[Tt]his is)) ?(?:[\u4e00-\u9fff]{{2,14}}?的)?的?(?:联络员|新?来的)?{Name}(?=[,，。. ;；]|同志|$| from| of)");

    private static Regex Claims => field ??= new(@"^(?:您好|你好|hi|hello)?[,，。! ]*(?:我是|我叫|本人|我的手机|手机号?|姓名|申请绑定|认领|i am|i'm|my name is|this is|my (?:mobile|phone|number))|^\+?[0-9０-９][0-9０-９ -]{6,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Alone => field ??= new($"^(?:是|叫|名字是|姓名[:：]?|由)? ?{Name}(?=[\\s,，。.;；\\d]|电话|手机|$)");
}
