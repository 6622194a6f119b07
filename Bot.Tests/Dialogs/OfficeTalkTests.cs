using PlanBot.UseCases;

namespace PlanBot.Tests.Dialogs;

/// <summary>How coordinators talk on: dates after an extension, two wishes, new people, questions about messages and days, a part of the last question alone.</summary>
public sealed class OfficeTalkTests
{
    [Fact]
    public async Task A_unit_with_more_time_is_due_when_it_was_given_to()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");

        await talk.PlayAsync(
            "coordinator: 金融局说人手紧，给他们宽限三天吧", "2020-04-03|2020-04-09",
            "coordinator: 可以", "已延期",
            "coordinator: 金融局现在是哪天到期", "市金融局|2020-04-09，4月9日（周四），还有7天|原定的截止日期是2020-04-03",
            "coordinator: 他们几号交", "2020-04-09",
            "coordinator: 教委几号交", "2020-04-03|!2020-04-09",
            "coordinator: can we give the commerce bureau until next wednesday? they're moving offices", "2020-04-08",
            "coordinator: sure, do it", "extension",
            "coordinator: when is commerce due now", "2020-04-08 (Wednesday 8 April), in 6 days",
            "coordinator: what's the deadline for finance", "2020-04-09",
            "coordinator: 商务局第一项延到10号", "2020-04-10",
            "coordinator: 延吧", "已延期",
            "coordinator: 商务局哪天到期", "第一项的截止日期：2020-04-10|第二项的截止日期：2020-04-08");
    }

    [Fact]
    public async Task Two_wishes_are_both_heard()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        foreach (var user in new[] { "unit-11", "unit-15" })
            await talk.SayAllAsync(user, "进展：甲 问题：乙 成效：丙 下一步：丁", "确认");
        await talk.SayAllAsync("unit-13", "申请延期到4月15日，原因：展会推迟", "确认");

        await talk.PlayAsync(
            "coordinator: 合作交流办的延期不批，太久了，最多等到7号", "不同意|太久了|!最多",
            "coordinator: 好", "接着办理|市合作交流办|2020-04-07",
            "coordinator: 行", "已延期",
            "coordinator: 他们现在截止到哪天", "2020-04-07",
            "leader: 人行报没报，报了的话念给我听", "已报1项|存在问题：乙",
            "coordinator: 市场监管委的收了，顺便把文旅局催一下", "市市场监管委|审核通过",
            "coordinator: 可以，办吧", "已审核通过|接着办理|市文化和旅游局",
            "coordinator: 好", "已催办1人");
    }

    [Fact]
    public async Task Somebody_new_is_made_the_contact()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");

        await talk.PlayAsync(
            "coordinator: 市场监管委换人了，以后找陈晓东，电话13800001111", "将更换市市场监管委的联络员|陈晓东|13800001111",
            "coordinator: 对", "换成陈晓东",
            "coordinator: 市监那边现在谁负责报", "陈晓东",
            "coordinator: 给冯强发个邀请链接，他是农业农村委新来的", "市农业农村委|冯强|备用联络员",
            "coordinator: 作为备用联络员", "备用联络员：冯强",
            "coordinator: 算了", "已取消",
            "coordinator: 农业农村委的联系人发一下邀请", "市农业农村委联络员|登录链接",
            "coordinator: 取消", "已取消",
            "coordinator: who do I call at the health commission", "市卫生健康委",
            "coordinator: she left, it's Wang Fang now, 13900002222", "市卫生健康委|Wang Fang|13900002222",
            "coordinator: correct", "Done: Wang Fang");
    }

    [Fact]
    public async Task Whether_a_message_arrived_is_told_of_the_unit_that_is_meant()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 教委的联络员收到提醒没", "还没有给市教委联络员发过|!将就",
            "coordinator: 催一下教委", "1人",
            "coordinator: 行", "已催办");
        await talk.Get<SendReminders>().RunAsync(CancellationToken.None);
        await talk.PlayAsync(
            "coordinator: 收到没", "市教委联络员：已送达|催办|2020-04-07 09:30",
            "coordinator: did 教委 get it?", "Delivered to 市教委联络员|the urging|2020-04-07 09:30|!reported",
            "coordinator: 商务局那边看到通知了没", "市商务局联络员",
            "coordinator: was the message to transport delivered", "市交通运输委联络员",
            "coordinator: 教委的收到没", "已报0项",
            "leader: 教委收到催办了吗", "已送达",
            "unit-3: 教委收到提醒没", "!已送达");
    }

    [Fact]
    public async Task The_working_calendar_answers()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 10:00");

        await talk.PlayAsync(
            "coordinator: 清明放几天假", "清明节放假3天|2020-04-04|2020-04-06",
            "coordinator: 4月26号上班吗", "要上班|2020-04-26|劳动节",
            "coordinator: 五一呢", "劳动节放假5天|2020-05-01|2020-05-05|4月26日（周日）、5月9日（周六）",
            "coordinator: 4月5号呢", "不上班|清明节",
            "coordinator: is 9 may a working day", "Yes, it is worked: 2020-05-09",
            "coordinator: how long is the national day holiday", "8 days off|2020-10-01",
            "coordinator: 下一个假期是什么时候", "清明节",
            "unit-2: 下周六要上班吗", "2020-04-11|不上班",
            "coordinator: 三季度几号交", "2020-10-12",
            "coordinator: 为啥那么晚", "2020-10-12|10月1日至8日国庆节|!把握",
            "coordinator: when's the q3 deadline", "2020-10-12",
            "coordinator: why so late?", "1-8 Oct.|!overdue",
            "coordinator: 教委报了吗", "市教委",
            "coordinator: 你怎么理解这句话的", "理解为");
    }

    [Fact]
    public async Task A_part_alone_goes_on_with_the_last_question()
    {
        await using var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-10", "第二项：进展：数据中心封顶 问题：医院接口标准不一 成效：接入12家医院 下一步：统一接口", "确认");
        await talk.SayAllAsync("unit-15", "进展：甲 问题：商户终端老旧 成效：丙 下一步：更换终端", "确认");

        await talk.PlayAsync(
            "coordinator: 这周有啥要到期的", "2020-04-03|15个单位、33项没有报",
            "coordinator: 下周呢", "没有到期",
            "coordinator: 网信办联系人是谁呀", "市委网信办联络员",
            "coordinator: 民航局呢", "没有“民航局”",
            "coordinator: what issues are people running into", "商户终端老旧|医院接口标准不一",
            "coordinator: only health", "医院接口标准不一|!商户",
            "coordinator: and their next steps", "统一接口|!医院接口标准不一",
            "coordinator: 各家都反映了些啥困难", "商户终端老旧",
            "coordinator: 人行那个具体怎么说的", "人民银行天津分行|商户终端老旧",
            "coordinator: 把一季度的汇总导出来，要word", "2020年第一季度",
            "coordinator: 再来份表格的", "2020年第一季度|!没有登记",
            "coordinator: 谁还没报", "2020年第一季度",
            "coordinator: 发盖委呢", "市发展改革委|已报0项",
            "coordinator: 催他们", "1人|市发展改革委",
            "coordinator: 先不催", "已取消",
            "coordinator: 今天都改过什么", "操作记录",
            "coordinator: 现在总体到什么程度了", "应报35项",
            "leader: 给交通委多放几天", "只读");
    }

    [Fact]
    public async Task The_steps_are_gone_through_one_by_one_and_with_their_words()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 08:55");

        await talk.PlayAsync(
            "coordinator: 下一次提醒什么时候发，发给谁，说什么", "09:00|16人|您好！",
            "coordinator: 再下一次呢", "2020-04-01|!3月31日（周二） 09:00",
            "coordinator: 截止那天还会发吗", "2020-04-03|09:00|15:00",
            "coordinator: 4月3号会发提醒吗", "2020-04-03|15:00",
            "coordinator: 具体什么内容", "2020-04-03|您好！",
            "coordinator: will anything go out on the due date", "2020-04-03");
    }

    [Fact]
    public async Task Urging_once_more_means_those_who_were_urged()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: 交通委那边你去催一催，领导下午要看", "1人",
            "coordinator: 就这么办", "已催办1人",
            "coordinator: 再催一遍", "市交通运输委|刚催办过|13:30|!教委",
            "coordinator: 再催一遍没报的", "市教委联络员",
            "coordinator: 取消", "已取消",
            "coordinator: 发个 reminder 给教委", "1人|市教委联络员",
            "coordinator: go", "已催办1人",
            "coordinator: 帮我 check 一下 Q1 哪些 unit 还 pending", "没有报");
    }

    [Fact]
    public async Task Reminders_rest_and_go_on_in_plain_words()
    {
        await using var talk = await Talk.StartAsync("2020-03-31 08:55");

        await talk.PlayAsync(
            "coordinator: 这两天领导检查，提醒先停一停", "暂停全部单位",
            "coordinator: 嗯停吧", "已暂停全部单位",
            "coordinator: 检查完了，接着提醒", "恢复全部单位",
            "coordinator: 行", "已恢复",
            "coordinator: what goes out tomorrow morning and to whom", "2020-04-01",
            "coordinator: don't send it, put everything on hold till i say so", "will be paused",
            "coordinator: yes please", "are paused",
            "coordinator: ok resume", "will go out again",
            "coordinator: yep", "go out again");
    }

    [Fact]
    public async Task An_offer_without_a_unit_is_made_to_whoever_asked()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.SayAllAsync("unit-3", "we need an extension until 20 April, the experts are abroad", "confirm");

        await talk.PlayAsync(
            "coordinator: 有人要延期吗", "申请1|市科技局",
            "coordinator: decline it, the 9th at the latest", "decline",
            "coordinator: ok", "declined|extend until the 9th|市科技局|2020-04-09",
            "coordinator: sure", "extension",
            "coordinator: when are they due now", "2020-04-09",
            "coordinator: 其他单位呢", "2020-04-03|!2020-07-03");
    }

    [Fact]
    public async Task Two_units_asked_about_one_after_the_other_are_urged_both()
    {
        await using var talk = await Talk.StartAsync("2020-04-07 09:30");

        await talk.PlayAsync(
            "coordinator: has transport reported?", "市交通运输委",
            "coordinator: and tourism?", "市文化和旅游局",
            "coordinator: chase both", "2 people|市交通运输委|市文化和旅游局",
            "coordinator: drop tourism", "1 person|!旅游",
            "coordinator: yep", "1 person urged",
            "coordinator: 交通委老刘退休了，接他的是何静 13712345678", "何静|13712345678",
            "coordinator: 号码错了，是13787654321", "何静|13787654321",
            "coordinator: 对头", "换成何静",
            "coordinator: 出一份一季度的材料", "2020年第一季度汇总",
            "coordinator: 英文版呢", "2020年第一季度汇总");
    }
}
