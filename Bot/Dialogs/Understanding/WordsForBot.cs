using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Words around a text that are meant for the program and belong to no report: 好，…; 那就写…; …，先这样提交吧; …，别的不动.</summary>
/// <param name="Text">What is left, as typed; never blank.</param>
/// <param name="IsOrder">Somebody wants it filed besides.</param>
public sealed record WordsForBot(string Text, bool IsOrder)
{
    /// <summary>Longer texts were written elsewhere, and speak to nobody.</summary>
    private const int Longest = 2000;

    /// <param name="isAnswer">The text answers a question: then it may begin with 好 or 那就写.</param>
    public static WordsForBot Apart(string raw, bool isAnswer)
    {
        if (raw.Length > Longest)
            return new(raw, IsOrder: false);
        var text = isAnswer ? Without(Without(raw, OneFirst), Beginning) : raw;
        // 就写场地不足吧: the particle belongs to what is said to the program.
        if (text != raw && Dictates.IsMatch(raw[..^text.Length]))
            text = Without(text, Particle);
        var (before, isOrder) = ("", false);
        while (text != before)
        {
            before = text;
            text = Without(Without(Without(Without(text, Thanks), TheRest), LaterOn), SectionLater);
            var ordered = Without(text, Order);
            isOrder |= ordered != text;
            text = ordered;
        }
        return new(text, isOrder);
    }

    /// <returns>The text itself where nothing would be left of it.</returns>
    private static string Without(string text, Regex words)
    {
        var folded = Spelling.Fold(text);
        if (words.Match(folded) is not { Success: true } match)
            return text;
        var rest = match.Index == 0 ? text[match.Length..].TrimStart() : text[..match.Index].TrimEnd();
        return rest.Any(char.IsLetterOrDigit) ? rest : text;
    }

    private static Regex Beginning => field ??= new(@"^\s*(?:(?:(?:ok(?:ay)?|alright|right|well|so)[,. ]+)?here (?:goes|it (?:is|comes|goes)|you (?:go|are)|we (?:go|are))[.:!,]+\s*(?=\S))?(?:(?:[哦噢嗯哎]|哈哈+|呵呵|嘿嘿|好吧|行吧)[^。.!！,，\d]{0,8}[。.!！]\s*(?=\S))?(?:(?:好的?|好了|嗯+|哦+|噢+|哎|唉|呃+|啊+|行|对了?|是的|懂了|(?:[哦噢嗯]+)?明白了?|back|i'm back|知道了|了解了?|清楚了|原来如此|原来是这样|这样啊|收到|回来了|继续|接着说|(?:想|改|核|问|查|商量|对)(?:好|完|过|清楚)了|补充?一下|更新一下)(?:[,，.、!~]\s*|\s+)|(?:ok(?:ay)?|got it|i see|understood|makes sense|ah|thanks|well|right|yes|yeah|um+|er+|so|oh)[,.!:]\s*)*(?:(?:(?:那么?|这样|这里|这块|这部分|这一?栏)?(?:我|你|您)?就|那|(?:你|您|请)?(?:帮|给|替)我)(?:写上?|填上?|记上?)(?!了|完|好|出|作|字)(?:个|一?句|着)?[:,，]?\s*|(?:(?:then|just|please|so|let's) )+(?:put|write|say)(?: down)?[:,]?\s+|(?:put|write)(?: down)?:\s*|(?:put|write) down(?: that)?\s+|(?:我)?先(?:来)?(?:写|填|说|报)(?=下一步|问题|困难|成效|进展)|那么?(?=成效|进展|问题|困难|下一步))?(?=\S)");

    /// <summary>ugh ok. lets do the easy one: …, 先来个简单的：…: which has its turn, before what is told of it.</summary>
    private static Regex OneFirst => field ??= new(@"^\s*(?:(?:ugh|ok(?:ay)?|fine|alright|all right|well|right|so|hm+|sigh)[,.!\s]+)*(?:let's|lets|let me|i'll|we'll|shall we)(?: just)? (?:do|start with|begin with|take|report(?: on)?|get) (?:the |an? )?(?:easy|easiest|first|short|shortest|simple|simplest|quick|quickest)(?: one| task| item| part)?(?: (?:first|done|over with|out of the way))*\s*[:,.—-]\s*(?=\S{6})|^\s*(?:唉|哎|行吧|好吧|嗯|那|我|就|[,.\s])*(?:先)?(?:来|报|弄|写|挑)(?:个|一?[条项])?最?(?:简单|容易|好写|好弄|省事)的?(?:那)?(?:一)?[个条项]?(?:吧|先)?\s*[:,]\s*(?=\S{4})");

    private static Regex Dictates => field ??= new("[写填记]");

    private static Regex Particle => field ??= new(@"[吧哈啊呗][.!~]*\s*$");

    private static Regex Thanks => field ??= new(@"(?:[,，.;；!~]\s*|\s+)(?:完了|没了|就这些了?|以上|(?:and )?(?:that's|that is|thats) (?:about |basically |pretty much |really )?(?:it|all)(?: from us| for now)?|谢谢(?:您|你|啦|了)?|多谢(?:了)?|辛苦(?:了|您了|啦)|麻烦(?:了|您了|你了)|thanks?(?: you)?|thx)[.!~]*\s*$");

    private static Regex TheRest => field ??= new(@"(?:[,，.;；]\s*|\s+)(?:(?:其他|其余|别的|其它|剩下的?|余下的?)(?:的|部分|几项|内容|几块|都|全|就|先|也|还是|保持)*(?:不动|不变|不改|照旧|不用动|不用改|一样|原样|没变|不用管|ok|没问题|可以|都行|没意见)(?:了|吧|哈)?|(?:(?:and|but) )?(?:leave |keep )?(?:the )?(?:rest|others|everything else|other (?:parts|sections))(?: (?:stays?|is|are|unchanged|as (?:it|they) (?:is|are|was|were)|as is|the same|remains?|alone))+)[.!~]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>…，成效后补: a section that is still to come.</summary>
    private static Regex SectionLater => field ??= new(@"(?:[,，.;；。]\s*|\s+)(?:工作)?(?:进展|问题|困难|成效|效果|成果|下一步)(?:情况|工作|那栏|部分)?(?:先|就|我|我们|等|的)*(?:空着|后补|待补|回头(?:再)?补|(?:稍后|晚点|之后|回头|明天|下午|过两天)(?:我|再|来|就)*(?:补上?|填上?|写|报|给)|(?:先)?不(?:填|写)(?:了)?|缺着)(?:吧|哈|了)?[.!~。！]*\s*$|(?:[,.;]\s*|\s+)(?:the )?(?:progress|problems|results?|next steps?)(?: (?:will|to|are|is|comes?|follows?|still|yet))* (?:follow|come|later|to follow|to come|tomorrow|tbd|tbc)[.!]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>…。其余的下午补, … I'll do the rest after lunch: a promise to the program.</summary>
    private static Regex LaterOn => field ??= new(@"(?:[,，;；]\s*|(?<=[.。!！])\s*|\s{2,})(?:(?:其他|其余|别的|其它|剩下的?|余下的?|后面的?|另外)(?:的|部分|几项|几块|内容)*(?:(?:我|我们)?(?:得|要|还要|再)?(?:去)?问(?:一?下|问)?(?:业务|相关)?(?:处室|科室|同事|领导|他们)|(?:我|我们|等|就|先|会|再)*(?:下午|晚上|明天|明早|回头|晚点|稍后|一会儿?|待会儿?|过会儿?|后天|周.)(?:我|我们|再|接着|来|就)*(?:补上?|填上?|写|报|发|给)(?:你们?|您|完)?(?:吧|哈|了)?)|(?:i|we)(?:'ll| will) (?:do|send|write|fill in|finish|add|get to|give you) (?:the )?(?:rest|others|remaining (?:parts|ones|sections)|missing (?:parts|ones|bits))(?: (?:later|tomorrow|tonight|soon|after lunch|this (?:afternoon|evening)|in the (?:afternoon|evening)|when i can))?)[.!。！~]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>It must plainly be an order: 尽快提交 may be a plan of the unit's own.</summary>
    private static Regex Order => field ??= new(@"(?:[,，.;；!\n]\s*|\s+|(?=[先就]这样(?:提交|交|报|发)))(?:(?:其他|其它|别的)?(?:没了|没有了|写完了|填完了|就这些了?)[,，]?\s*)?(?:那|先|就|我们|你|您|请|帮我|给我|可以|直接)*(?:这样|这么)?(?:先|就|可以|直接)*(?:提交|上报|报送|报上去|交上去|发出去|交|报|发)(?:了)?吧[.!~]*\s*$|(?:[,，.;；!\n]\s*|\s+)(?:先|就)这样吧[.!~]*\s*$|(?:[,，.;；!\n]\s*|\s+)确认(?:提交|报送|无误)?[.!~]*\s*$|[,.;!]\s*(?:and )?(?:please )?(?:you can )?(?:submit|file|send)(?: (?:it|them|both|this))(?: off| now| in)?(?: please)?[.!]*\s*$");
}
