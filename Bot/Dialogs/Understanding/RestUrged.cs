using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>卫健委先别惊动，人行我打过电话，其余的敲打一下; leave Education alone, press the rest: all are to be urged but those that are named. Pure.</summary>
internal static class RestUrged
{
    /// <param name="plain">Normalised; it names units.</param>
    public static bool Matches(string plain) => Rest.Match(plain) is { Success: true } rest && !Urged.IsMatch(plain[..rest.Index]);

    private static Regex Rest => field ??= new("(?:^|[,.;!。；])(?:那|那么|就|把|给|嗯|你)*(?:其余|其他|其它|剩下|余下|别的|另外)(?:的|那)?(?:单位|家|那些|这些|几家|人|部门|委办|各家|几个|没报的|没交的|逾期的)*(?:都|就|全部?|统统|通通|再|给我|帮我|一起|挨个|替我|你|可以|要|得)*(?:催|敲打|敲|提醒|督促|盯|喊|戳|发(?:个)?(?:催办|提醒)|打个?招呼|过一遍)|(?<![a-z])(?<!don't |not )(?:urge|nudge|chase|press|prod|remind|push|poke|ping|lean on|write to|go after)(?: up)? (?:all )?(?:of )?(?:the )?(?:rest|others?|other (?:ones|units|offices|bureaus)|remaining (?:ones|units)|everyone else|everybody else|all else)(?![a-z])");

    /// <summary>催教委，其他的再催: the named ones are urged too.</summary>
    private static Regex Urged => field ??= new("(?<!别|不|不用|不要|甭|刚|已经|过)(?:催|敲打|督促)(?!过|了)|^(?:please )?(?:urge|nudge|chase|remind) ");
}
