using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>给我登录链接, links to pass on: that personal ways in are wanted, which are never made unasked. Pure.</summary>
internal static class LinkWords
{
    public static bool Wants(string plain) => Links.IsMatch(plain);

    private static Regex Links => field ??= new("链接|网址|登录码|绑定码|邀请|转给本人|(?<![a-z])(?:links?|invit[a-z]*|ways? in|codes?)(?![a-z])");
}
