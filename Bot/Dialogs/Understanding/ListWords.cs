using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>把所有单位列出来, all contacts with their numbers: what there is, whatever was reported. Pure.</summary>
internal static class ListWords
{
    /// <returns>True for units with their contacts, false for units alone; null when neither list is asked for.</returns>
    public static bool? In(string plain) => Contacts.IsMatch(plain) ? true : Units.IsMatch(plain) ? false : null;

    private const string Give = "(?:请|麻烦|帮我|给我|我要|把|将|看看?|查一?下|列(?:出来?|一?下|个)?|发我?|导出?|要)*";

    private static Regex Units => field ??= new("^" + Give + "(?:所有|全部|各(?:个)?|每个|一共|完整|全体|参与|[0-9]+个)*(?:的)?(?:责任|报送|参与|成员)?(?:单位|部门|委办局)(?:的)?(?:都|全|给我|全部|一个个)*(?:列(?:出来?|一?下|个)?|名单|清单|列表|名册|目录|有哪些|都有谁|都有哪些|是哪些|念一?下)(?:发我|给我|出来|一下|一份|看看|吧)*[?]?$|^(?:please |can you |could you )*(?:list|show|give|name|send)(?: me)? (?:all |every |the |of |full |complete )*(?:list of )?(?:all |the )*(?:units?|bureaus|offices|departments)(?: (?:please|in (?:the|this) plan|we have|there are|on the list))*[?]?$|^(?:which|what)(?: are)?(?: all)?(?: the)? (?:units|offices) (?:are )?(?:there|in (?:the|this) plan|on the list|do we have|take part)(?: are)?[?]?$|^(?:the )?(?:full |complete )?(?:unit list|list of (?:all )?(?:the )?units)[?]?$");

    private static Regex Contacts => field ??= new("^" + Give + "(?:所有|全部|各(?:个)?|每个|每家|全体|各家)+(?:的)?(?:单位)?(?:的)?(?:联系人|联络员|接口人|经办人)(?:的)?(?:名单|电话|手机号?|号码|联系方式|清单|列表|通讯录|和|及|、)*(?:都)?(?:列(?:出来?|一?下)?|发我?|给我|有哪些|是谁|都是谁|一份|一下|出来|看看|吧|号)*[?]?$|^" + Give + "(?:联络员|联系人)(?:名单|通讯录|清单|列表|电话表)(?:发我|给我|一份|看看|吧)*[?]?$|^" + Give + "通讯录(?:发我|给我|一份|看看|吧)*[?]?$|^(?:please |can you |could you )*(?:(?:list|show|give|send)(?: me)? )?(?:all |every |the |a list of |list of )+(?:the )?(?:units' |unit )?contacts?(?: (?:and|with|plus|list|including|their|the|phone|mobile|telephone|numbers?|please|for (?:all|each|every) units?))*[?]?$|^(?:the )?(?:contact|phone) list(?: please)?[?]?$");
}
