using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>企业数换45; 第二项企业数少写了10家，应该32家; actually two firms, not three; task 1 says two training sessions, it was 4: a figure by what it counts, or by what it reads now, with what it is to be. Pure.</summary>
internal static class NamedFigure
{
    private const int Longest = 100;

    private const int LongestNoun = 24;

    /// <param name="isShown">The text is shown and waits for a yes: 培训期数6 then needs no word that it changes.</param>
    /// <returns>Null unless the words hold one new figure, and by what it is found.</returns>
    public static ValueChange? Parse(string raw, SectionWords words, bool isShown)
    {
        if (raw.Length > Longest || raw.Contains('\n', StringComparison.Ordinal))
            return null;
        var folded = LeftAlone.Replace(Opening.Replace(Spelling.Fold(raw), ""), "").Trim();
        var tasks = TaskWords.Find(folded);
        if (tasks.DistinctBy(task => task.Where.Start.Value).Count() > 1)
            return null;
        foreach (var task in tasks.Take(1))
            folded = $"{folded[..task.Where.Start.Value]} {folded[task.Where.End.Value..]}";
        int[] named = [.. tasks.Select(task => task.Ordinal)];
        folded = OfTask.Replace(folded, "").Trim();
        foreach (var pattern in new[] { Chinese, NumberOf, ByOld, Instead, NotOld })
        {
            if (pattern.Match(folded) is not { Success: true } match || (pattern == Chinese && !isShown && !match.Groups["changes"].Success))
                continue;
            var (noun, section) = Section(match.Groups["noun"].Value.Trim(), words);
            if (noun.Length > LongestNoun || NoNoun.IsMatch(noun))
                return null;
            var measure = match.Groups["measure"].Value;
            // 9800多件: the rough figure is what is to be written.
            var roughly = measure is ['余' or '多', ..] ? measure[..1] : "";
            measure = measure[roughly.Length..];
            if (pattern == Chinese && section is null && noun.Length == 0 && measure.Length == 0 && !match.Groups["old"].Success)
                return null;
            // 期数, 家数: one measure, and no noun.
            if (noun.Length == 1)
                (noun, measure) = ("", measure.Length == 0 ? noun : measure);
            return new(match.Groups["new"].Value + roughly, IsDay: false, measure, noun, section, named, IsSure: pattern != Chinese || match.Groups["changes"].Success)
            {
                Old = match.Groups["old"] is { Success: true } old ? old.Value : Less(match), NeedsNoun = noun.Length > 1 && !match.Groups["old"].Success,
            };
        }
        return null;
    }

    /// <summary>第三项也是，33; the first, should be 3; it's the second one, 4 instead of 3: the same figure of another task.</summary>
    /// <param name="spoken">What the figure counts that was spoken of last.</param>
    /// <returns>The same in full; null where the words are no such thing.</returns>
    public static string? Likewise(string raw, string spoken, bool isEnglish)
    {
        var folded = LeftAlone.Replace(Opening.Replace(Spelling.Fold(raw), ""), "").Trim();
        var counted = Ordinary.Replace(folded, place => $"task {Array.IndexOf(Places, place.Groups["n"].Value) + 1} ");
        if (raw.Length > Longest || TaskWords.Find(counted) is not [var (task, _)] || OfOther.Match(counted) is not { Success: true } other)
            return null;
        var (now, old) = (other.Groups["new"].Value, other.Groups["old"].Value);
        var turned = Turned.IsMatch(Spelling.Fold(raw)) ? "no, " : "";
        return isEnglish ? turned + (old.Length > 0 ? $"task {task}: {now} {spoken} instead of {old}" : $"task {task}: the number of {spoken} should be {now}") : (turned.Length > 0 ? "不对，" : "") + $"第{task}项{spoken}数应该是{now}";
    }

    /// <summary>the number of training sessions is wrong, 企业数报错了: which figure is wrong, and not what it should be.</summary>
    /// <returns>What it counts; null where the words are no such thing.</returns>
    public static string? Wrong(string raw) => raw.Length <= Longest && !raw.Any(char.IsAsciiDigit) && WrongOne.Match(Opening.Replace(Spelling.Fold(raw), "").Trim()) is { Success: true } wrong ? wrong.Groups["noun"].Value.Trim() : null;

    /// <summary>two, 2.</summary>
    public static bool Same(string one, string other) => Number(one) is { } first && first == Number(other);

    /// <summary>two for three, 2 for 3: in words where the other was.</summary>
    public static string WrittenLike(string before, string now) => !char.IsLetter(before[0]) && now.All(char.IsAsciiLetter) && Number(now) is { } figure ? figure.ToString(CultureInfo.InvariantCulture)
        : before.All(char.IsAsciiLetter) && now.Length == 1 && char.IsAsciiDigit(now[0]) && now[0] > '0' ? English[now[0] - '1'] : now;

    private static readonly string[] English = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Places = ["first", "second", "third", "fourth", "fifth"];

    private static decimal? Number(string figure) => Array.IndexOf(English, figure) is >= 0 and var at ? at + 1
        : decimal.TryParse(figure.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>少写了10家，应该32家: what stands there is 22.</summary>
    private static string? Less(Match match) => match.Groups["by"] is { Success: true } by && Number(by.Value) is { } difference && Number(match.Groups["new"].Value) is { } now
        ? (match.Groups["less"].Success ? now - difference : now + difference).ToString(CultureInfo.InvariantCulture) : null;

    private static (string Noun, Data.Model.ReportSection? Section) Section(string noun, SectionWords words)
    {
        var named = Regex.Match(noun, $"^(?:the )?(?<name>{words.Any})(?:里面?|中)?的?", RegexOptions.CultureInvariant);
        return named.Success && words.Of(named.Groups["name"].Value) is { } section ? (noun[named.Length..].Trim(), section) : (noun, null);
    }

    private const string Figure = "[0-9][0-9,]*(?:\\.[0-9]+)?(?:万|亿|%)?";

    private const string EnglishFigure = "(?:[0-9][0-9,]*(?:\\.[0-9]+)?%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    private const string Change = "(?:(?:应该?|得|要)?(?:换|改|更新|更正|修改|调整)(?:成|为|到|作)?|应该?是?|应为|应当是|实际(?:上)?是)";

    private static Regex Chinese => field ??= new($"^(?<noun>[\u4e00-\u9fff]{{1,10}}?)(?:的?(?:数字|数量|个数|总数|人数)|数)(?:那里|这里|那个)?(?:我?(?:刚才?|刚刚)?(?:也|都)?(?:写|报|填|弄|算|记|统计)?(?<changes>(?<less>少)?(?:(?<=少)|多)(?:写|报|填|算|记|统计|数)了(?<by>{Figure})[\u4e00-\u9fff]{{0,2}}|(?:写|报|填|弄|搞|打|算|记)?(?:错了?|不对|有误))[,.;]?)?\\s*(?<changes>{Change})?(?:是|为|:)?\\s*(?<new>{Figure})(?<measure>[\u4e00-\u9fff]{{0,2}}?)(?:才对|吧|哈|的|了)?[.!]*$");

    private static Regex ByOld => field ??= new($"^(?:it |that |this |the report |mine |ours |i |we |(?:the )?(?:progress|results?|problems?) )?(?:says?|said|has|have|had|reads?|states?|shows?|mentions?|wrote|put|told you|gave)[: ]+(?<old>{EnglishFigure}) (?<noun>[a-z][a-z -]{{1,24}}?)\\s*[,.;-]+\\s*(?:but |and |actually |sorry,? )*(?:it|that|there|they|this)?(?:'s| was| were| is| are|(?: should (?:be|have been|read|say)))?(?: actually| really| in fact)* ?(?<new>{EnglishFigure})(?: [a-z]+){{0,2}}[.!]*$");

    private static Regex Instead => field ??= new($"^(?:it(?:'s| is| was| should be)|make (?:it|that)|should be|there (?:were|are)|that(?:'s| is| was))?[ ,]*(?:really |actually )?(?<new>{EnglishFigure})(?: (?<noun>[a-z][a-z -]{{1,24}}?))? (?:instead of|rather than|in place of) (?<old>{EnglishFigure})(?: [a-z]+){{0,2}}[.!]*$");

    private static Regex NotOld => field ??= new($"^(?:(?:it|that|there|they|this|the number|the figure)(?:'s| is| was| were| are)? |(?:(?:it|that|there|they|this) )?should (?:be|have been|read|say) |make (?:it|that) |we (?:had|have|meant) )?(?:really |actually |only |just )*(?<new>{EnglishFigure}) (?<noun>[a-z][a-z -]{{1,24}}?),? (?:and )?not (?<old>{EnglishFigure})(?: [a-z]+){{0,2}}[.!]*$");

    private static Regex OfOther => field ??= new($"^[ ,]*(?:it(?:'s| is)|that(?:'s| is)|and|in|for|on|the|so|也|那|还有)*[ ,]*(?:{TaskWords.Pattern})[ ,:]*(?:也是|也一样|一样|同样|也错了?|也要改|也改|也得改|likewise|as well|too|also|the same)?[ ,;:.]*(?:应该?是?|是|改成?|为|should (?:be|read|say|have been)|it(?:'s| was| is)|is|was|to|make (?:it|that))?[ ,]*(?<new>{EnglishFigure})[\u4e00-\u9fff]{{0,2}}(?: (?:instead of|rather than|not) (?<old>{EnglishFigure}))?[.!]*$");

    private static Regex WrongOne => field ??= new("^(?:(?:we|i)(?:'ve| have)? (?:got|have|had|put|wrote|gave|counted) (?:the )?(?:number|count|figure|amount|total) (?:of|for) (?<noun>[a-z][a-z -]{2,24}?) wrong|(?:the )?(?:number|count|figure|amount|total) (?:of|for) (?<noun>[a-z][a-z -]{2,24}?) (?:is|was|isn't|wasn't) (?:wrong|off|not right|right|incorrect|correct|a typo))(?:[,.;].{0,40})?$|^(?:那个|刚才|刚报的|报的)*(?<noun>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:数量?|个数|数字|总数)(?:我们?|给|都|也|好像|可能|是)*(?:写|报|填|弄|搞|打|算|记|统计)?(?:错了?|不对|有误|不准|少了|多了)(?:了|啊|哦)?(?:[,.;].{0,14})?$");

    private static Regex Ordinary => field ??= new("(?<![a-z])(?:the )?(?<n>first|second|third|fourth|fifth)(?: (?:one|task|item))?(?![a-z])");

    private static Regex OfTask => field ??= new("^[ ,:;.的]+|(?<= )(?:里面?|中)?的(?=[\u4e00-\u9fff])");

    /// <summary>no wait, it's the second one: what was shown is not what is meant.</summary>
    internal static Regex Turned => field ??= new("^(?:oh |sorry,? |hm+,? )*(?:no|wait|not the|actually no)(?![a-z])|^(?:等等|哦|啊|[, ])*(?:不对|不是|错了|搞错了|弄错了)");

    private static Regex NumberOf => field ??= new($"^(?:the )?(?:number|count|total) of (?<noun>[a-z][a-z -]{{1,24}}?)(?: (?:is|was) (?:wrong|off)[,.;]? ?(?:it )?)? ?(?:should (?:be|have been|read)|changes? to|changed to) (?:really |actually |only )?(?<new>{EnglishFigure})[.!]*$");

    /// <summary>leave the first alone: what is not to change.</summary>
    private static Regex LeftAlone => field ??= new("[,.;]\\s*(?:and |so |please )*(?:leave|keep) (?:the )?[a-z0-9 ]{2,16} (?:alone|as (?:it )?(?:is|was))[.!]*$|[,.;]\\s*第[^,.;]{1,3}[项条个](?:别|不|先不|不要|不用)(?:动|改)(?:了)?[.!]*$|[,.;] *(?:其他|其余|别的)(?:都|的)?不(?:动|变|改)[.!]*$");

    private static Regex NoNoun => field ??= new("[,.;:，。；：]|截止|时间|日期|期限|电话|手机|号码|提醒|申请|(?<![a-z])(?:deadline|due|date|phone|number|remind|extension|o'clock|april|may|june|july)(?![a-z])");

    private static Regex Opening => field ??= new("^(?:(?:哦|噢|啊|哎呀?|唉|那个|不好意思|抱歉|对不起|对了|另外|还有|等等|等一?下|不对|错了|不是|刚才?|刚刚|我们?|报上去的|刚?报的|刚?交的|之前|刚发现|发现|看到|hm+|oops|whoops|oh|ah|damn|sorry|wait|no|actually|hang on|hold on|well|my mistake|just|(?:(?:i|we) )?(?:just |have )*(?:saw|noticed|realised|realized|spotted|found)(?: that)?)[\\s,.!:;]*)+(?![a-z'])");
}
