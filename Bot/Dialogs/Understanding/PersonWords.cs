using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Who somebody says they are, or who is to take over: names as they were typed.</summary>
internal static partial class PersonWords
{
    /// <summary>换成刘洋 13600000000, 接我的是周敏, to Liu Yang: the one who comes.</summary>
    public static string? Next(string raw) => NameIn(ComesNext().Match(raw));

    /// <summary>我是市教委的张敏, 我叫张敏, I am Zhang Min from 市教委: the one who speaks.</summary>
    public static string? Speaker(string raw) => NameIn(Speaks().Match(raw.Trim()));

    /// <summary>Whether a stranger says who they are, or asks to be let in.</summary>
    public static bool IsClaim(string raw) => Claims().IsMatch(raw.Trim());

    /// <summary>An answer to the question for a name: 刘洋, or 是刘洋, 13600000000.</summary>
    public static string? Answer(string said) => NameIn(Alone().Match(said.Trim()));

    /// <summary>A mobile number as it was typed; null when there is none.</summary>
    public static string? Number(string raw) => Mobile().Match(raw.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } match ? match.Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : null;

    private static string? NameIn(Match match) => match.Success ? match.Groups["name"].Value.Trim() : null;

    private const string Name = @"(?<name>[\u4e00-\u9fff·]{2,4}?|[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})";
    private const string End = @"(?=同志|老师|科长|主任|来?接|负责|担任|来?对接|了|吧|[\s,，。.;；、（(:：\d]|电话|手机|$)";

    [GeneratedRegex($"(?:换成|换为|换|改成|改为|改由|变更为|变成|调整为|(?:接|顶|替|接替|接班)(?:我)?(?:的)?(?:人)?是|交接?给|移交给|以后(?:由|找|是)|现在(?:由|是)|(?:successor|replacement)(?: is| will be)|(?:contacts?|person)(?: of [^ ]+)?(?: is now| to| with)| to| over to| by) ?(?:新的?)?(?:联络员|同事)?{Name}{End}|{Name} (?:is taking over|takes over|will take over)")]
    private static partial Regex ComesNext();

    [GeneratedRegex($"(?:我(?:是|叫)|本人(?:是|叫)?|姓名[:：]?|(?:[Ii] am|[Ii]'m|[Mm]y name is|[Tt]his is)) ?(?:[\u4e00-\u9fff]{{2,14}}?的)?(?:联络员|新?来的)?{Name}(?=[,，。. ;；]|同志|$| from| of)|(?:局|委|办|厅|部|行)的?(?:联络员)?{Name}$")]
    private static partial Regex Speaks();

    [GeneratedRegex(@"^(?:您好|你好|hi|hello)?[,，。! ]*(?:我是|我叫|本人|我的手机|手机号?|姓名|申请绑定|认领|i am|i'm|my name is|this is|my (?:mobile|phone|number))|^\+?[0-9０-９][0-9０-９ -]{6,}$|(?:局|委|办|厅|部|行)的?(?:联络员)?[\u4e00-\u9fff]{2,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Claims();

    [GeneratedRegex($"^(?:是|叫|名字是|姓名[:：]?|由)? ?{Name}(?=[\\s,，。.;；\\d]|电话|手机|$)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?<!\d)(?:1\d{2}[ -]?\d{4}[ -]?\d{4}|\+[1-9]\d{6,14})(?!\d)")]
    private static partial Regex Mobile();
}
