using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>先交第一项, 交1和3, 第二条先不交: which of the tasks that are shown are to be filed, or left for later. Pure.</summary>
/// <param name="Tasks">Numbers named.</param>
/// <param name="AreFiled">They are the ones that are filed; else all others are.</param>
internal sealed record SomeOfThem(IReadOnlyList<int> Tasks, bool AreFiled)
{
    private const int Longest = 60;

    /// <param name="shown">Numbers of the tasks that the summary or the form holds.</param>
    /// <returns>Null when the words say nothing of the kind, or name a task that is not shown.</returns>
    public static SomeOfThem? Parse(string said, IReadOnlyList<FormTask> shown)
    {
        if (said.Length > Longest || Spelling.Plain(said) is not { Length: > 0 } plain)
            return null;
        foreach (var (pattern, areFiled) in new[] { (Left, false), (Filed, true) })
        {
            if ((pattern.Match(plain) is { Success: true } whole ? whole : pattern.Match(Spelling.Fold(said).Trim())) is { Success: true } match && TaskChoice.Read(match.Groups["which"].Value, shown) is { Count: > 0 } tasks && tasks.Count == TaskChoice.Numbers(match.Groups["which"].Value).Tasks.Count)
                return new(tasks, areFiled);
        }
        return null;
    }

    private const string Which = "(?<which>(?:第|任务)?[0-9一二三四五六七八九十](?:[项条个])?(?:(?:[、,和与跟及]|还有)?(?:第|任务)?[0-9一二三四五六七八九十][项条个]?)*(?:两|三|四)?[项条个]?)";

    private const string EnglishWhich = "(?<which>(?:the )?(?:tasks?|items?|numbers?|#)? ?(?:[1-9]|one|two|three|four|five|first|second|third|fourth|fifth|last)(?:(?:,| and|, and| &)+ (?:tasks? )?(?:[1-9]|one|two|three|four|five|second|third|fourth|fifth|last))*(?: (?:tasks?|items?|ones?))?)";

    private const string Opening = "(?:(?:算了|等等|等一?下|不对|对了|那么?|哦|嗯|好的?|行|ok|就|先|要不|还是|这样|只|单|单独|你|请|帮我|麻烦|你?别抄.{0,6}了|[,. ])+)?";

    private static Regex Filed => field ??= new($"^{Opening}(?:把|将){Which}(?:的)?(?:先|就|都|单独|可以|给我|给)*(?:交|报|提交|报送|上报|发)(?:上去|了|吧|掉|出去)+$|^{Opening}(?:把|将)?{Which}(?:的)?(?:先|就|都|单独|可以)+(?:交|报|提交|报送|上报|发)(?:上去|了|吧|掉)*$|^(?:.{{2,24}}[, ])?{Opening}(?:交|提交|报送|上报)(?:上去)?(?:了)?{Which}(?:吧|就行|就好|先)*$|^(?:.{{2,24}}[, ])?(?:那|就|好|,)*(?:先|只|单独?|就)+(?:报|发|交|提交)(?:上去)?{Which}(?:吧|就行|就好)*$"
        + $"|^(?:ok(?:ay)?,? |then |please |just |only |so |well,? |no,? |actually,? )*(?:file|submit|send(?: in)?) (?:just |only |off )?{EnglishWhich}(?: first| for now| only| then| please| now)*$");

    private static Regex Left => field ??= new($"^{Opening}{Which}(?:的)?(?:先|暂时|就|这次|还是|这会儿)*(?:不|别|甭|不用|不要)(?:交|报|发|提交|报送|上报)(?:了|吧|上去)*(?:[,. ].{{0,30}})?$"
        + $"|^(?:ok(?:ay)?,? |wait,? |please |actually,? |hm+,? |no,? )*(?:hold(?: back| off on)?|don't (?:file|submit|send)|do not (?:file|submit|send)|leave) {EnglishWhich}(?: out| back| for now| for later| yet| as (?:a )?draft)+(?:[,. ].{{0,40}})?$");
}
