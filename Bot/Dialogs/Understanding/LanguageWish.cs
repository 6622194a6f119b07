using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>English please, 请说中文: the language that somebody wants to be answered in, whatever they wrote it in.</summary>
internal static class LanguageWish
{
    /// <returns>Null when the words wish for none.</returns>
    public static Language? In(string raw) => raw.Length <= 60 && Wish.Match(Spelling.Plain(raw)) is { Success: true } wish
        ? wish.Groups["english"].Success ? Language.English : Language.Chinese : null;

    private static Regex Wish => field ??= new("^(?:(?:please|could you|can you|can we|could we|do you|would you|kindly|and|in|to|say it|it|speak|use|switch|change|reply|answer|talk|respond|write|only|i|don't|prefer|want|let's) )*(?:(?<english>english)|chinese|mandarin)(?: (?:please|pls|thanks|only|version|instead|if you can|with me))*[?!]?$|^(?:算了|还是|请|麻烦|能不能|可不可以|可以|能|你|您|给我|帮我|跟我|都|以后)*(?:用|说|讲|换成?|换回|切换成?|切换到|改成|改用|使用|来|(?<=还是))(?:一?下)?(?:(?<english>英文|英语)|中文|汉语|普通话)(?:版)?(?:回复|回答|说|讲|交流|聊|沟通)?(?:吧|吗|么|可以吗|行吗|好吗|谢谢|一下|[,])*[?!]?$");
}
