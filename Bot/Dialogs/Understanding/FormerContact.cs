using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>商务原来那位还会收到提醒吗, does the old contact of Commerce still get reminders: of who was the contact before. Pure.</summary>
internal static class FormerContact
{
    public static bool IsAskedAbout(string plain) => plain.Length <= 80 && Former.IsMatch(plain) && Still.IsMatch(plain);

    private static Regex Former => field ??= new("(?:原来|原先|原|以前|之前|从前|前任|上一任|上任|老|旧|被换(?:掉|下来?)?|换下来?|退了|走了|调走)(?:的)?(?:那|这)?(?:一)?(?:个|位|名)?(?:人|联络员|联系人|同志|对接人|的)?(?=还|会|也|是不是|就|不|能|收|,|现在)|前(?:任)?联络员|(?<![a-z])(?:former|previous|old|last|ex-?|replaced|outgoing|retired) ?(?:contact|person|one|guy|colleague)");

    private static Regex Still => field ??= new("(?:收|发|接|提醒|通知|催)(?:得|到|给)?.{0,10}(?:吗|么|不|没|了|[?])|(?:还)?(?:会|能|要|在)(?:不会|不能)?.{0,4}(?:收|发|提醒|催)|(?<![a-z])(?:still|also|too|any more|anymore)(?![a-z]).{0,30}(?:get|receiv|remind|messag|written|urged|contact)|(?<![a-z])(?:get|receive|be sent|be reminded)(?![a-z])");
}
