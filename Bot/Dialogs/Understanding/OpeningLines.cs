using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>在么，我们那条我直接贴了啊, on a line of its own above a pasted report: said to the program, and no part of it. Pure.</summary>
internal static class OpeningLines
{
    /// <summary>Fewer letters below are no report.</summary>
    private const int FewestBelow = 12;

    /// <returns>What was pasted; the text as it is where nothing stands above it.</returns>
    public static string Without(string raw)
    {
        for (var end = raw.IndexOf('\n', StringComparison.Ordinal); end > 0; end = raw.IndexOf('\n', StringComparison.Ordinal))
        {
            var rest = raw[(end + 1)..].TrimStart();
            if (rest.Count(char.IsLetterOrDigit) < FewestBelow || !(Chinese.IsMatch(Spelling.Fold(raw[..end])) || English.IsMatch(Spelling.Fold(raw[..end]))))
                return raw;
            raw = rest;
        }
        return raw;
    }

    /// <summary>Nothing but greetings, excuses, and words about handing it in.</summary>
    private static Regex Chinese => field ??= new(@"^[\s,.!?:;~]*(?:(?:在[么吗不]|有人|你好|您好|早上?好?|上午好|下午好|晚上好|中午好|各位|老师|领导|同志|小?助手|大家好|哈喽|我们?|咱们?|单位|处里|局里|那|这|[两二三四五]?[条项个份]|直接|贴|粘贴?|复制|粘|拷|发|报|交|给|过来|过去|上来|下面|以下|如下|内容|材料|文字|稿子|进展|情况|填报|报送|是|的|了|啊|吧|哈|哦|嗯|呢|呀|哎|唉|先|就|来|你|您|牵头|请|帮|看|收|查收|一?下|第?[一二三四]季度|本季度|这季度|卡着点|卡点|踩着点|赶着|赶在|最后|不好意思|抱歉|对不起|迟了|晚了|拖到现在|才|久等|辛苦|麻烦|谢谢|感谢|终于|写好|弄好|整好|弄完|写完|都|全|一起|一并|好|ok|word|里|从|没|标签|分段|格式|凑合|随便|可能|有点|乱|长|，|。|！|？|、|…|～|😂|🙏|😅|[,.!?:;~\s])){2,}$");

    private static Regex English => field ??= new(@"^[\s,.!?:;~-]*(?:(?:hi|hello|hey|there|good|morning|afternoon|evening|dear|all|team|here|is|are|it|comes?|goes|our|ours|my|mine|the|this|report|text|update|input|bit|part|for|of|on|q[1-4]|quarter|just|pasting|pasted|paste|copied|copying|in|straight|from|word|sorry|apologies|late|one|last|minute|see|below|as|follows|please|find|you|i|i'm|am|i'll|we|we're|will|sending|send|sent|now|ok|okay|so|finally|without|no|headings?|labels?|to|go|and|a|an|with|thanks|you're|welcome|wait|for the|being)(?![a-z'])[\s,.!?:;~-]*){2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
