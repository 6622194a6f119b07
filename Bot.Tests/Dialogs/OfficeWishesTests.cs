using PlanBot.Data.Model;

namespace PlanBot.Tests.Dialogs;

/// <summary>A busy office: several wishes in one breath, reasons without a cue word, what was done taken back by name, short follow-ups.</summary>
public sealed class OfficeWishesTests
{
    public static TheoryData<string[]> Talks() =>
    [
        // Two acts: the second waits for the first, done or cancelled.
        ["coordinator: 看看教委的报告", "第一项", "coordinator: 第二项先通过，第一项退回，缺数据", "审核通过|第二项|!第一项：", "coordinator: 确认", "已审核通过|接着办理|退回|第一项|缺数据", "coordinator: 确认", "已退回"],
        ["coordinator: accept commerce, return education task 2, figures missing", "市商务局|accept|!市教委", "coordinator: confirm", "市教委|Task 2|figures missing", "coordinator: cancel", "nothing was changed"],
        ["coordinator: 教委第二项通过，第一项退回，缺数据", "第二项|审核通过|!第一项：", "coordinator: 取消", "第一项|退回|市教委|缺数据", "coordinator: 全部取消", "已取消"],
        ["coordinator: 教委第二项通过，第一项退回，缺数据", "第二项", "coordinator: 全部取消", "已取消|!第一项"],
        ["coordinator: 商务局第一项可以，第二项退回，资金数字不对", "第一项|审核通过|!第二项", "coordinator: 确认", "第二项|退回|资金数字不对|!第一项："],
        ["coordinator: 教委第二项退回，科技局催一下", "请说明理由|!催办以下", "coordinator: 缺数据", "理由：缺数据", "coordinator: 取消", "市科技局联络员|1人"],
        ["coordinator: 商务局第一项通过", "第一项", "coordinator: 确认，然后把第二项退回，缺数据", "已审核通过|接着办理|第二项|缺数据"],
        ["coordinator: 教委第一项退回，第二项上次已经退回过", "理由：|第一项：|!第二项："],
        ["coordinator: 卫健委报的第一项没写清楚，让他们补充后再报", "第一项：|退回|没写清楚|!第二项："],
        // A question and an act: both.
        ["coordinator: 谁没报？顺便导出", "没有报|汇总见附件"],
        ["coordinator: 谁还没报，催一下他们", "没有报|催办以下", "coordinator: 不催了", "已取消"],
        ["coordinator: approve finance's request and decline the handover", "Request 1|!Request 2", "coordinator: confirm", "Request 2|decline"],
        ["leader: show me the problems, and who is late", "师资不足|overdue"],
        ["leader: 谁还没报，催一下他们", "没有报|只读"],
        // A reason or a day without a cue word, at a preview.
        ["coordinator: 金融局延到4月15号", "2020-04-15", "coordinator: 他们数据还没出来", "理由：他们数据还没出来", "coordinator: 15号太晚了，13号吧", "2020-04-13"],
        ["coordinator: extend finance to 15 April", "2020-04-15", "coordinator: figures missing", "Reason: figures missing"],
        ["coordinator: 教委第二项退回，数据不全", "理由：数据不全", "coordinator: 还有附件没盖章", "数据不全；还有附件没盖章", "coordinator: 多给两天", "2020-04-14|!延期"],
        ["coordinator: 金融局延到4月15号", "2020-04-15", "coordinator: 好的，延吧", "已延期"],
        // Ranges and lists of tasks.
        ["coordinator: 教委第1至2项通过", "第一项|第二项"], ["coordinator: 商务局第一、二项通过", "第一项|第二项"], ["coordinator: accept tasks 1 to 2 of education", "Task 1|Task 2"],
        ["coordinator: 网信办后两项退回，缺数据", "第二项|第三项|!第一项："], ["coordinator: 网信办前两项通过", "第一项|第二项|!第三项："], ["coordinator: 商务局第二部分通过", "第二项|!第一项："],
        ["coordinator: return tasks 1 and 2 of commerce, the numbers do not add up", "Task 1|Task 2|numbers do not add up", "coordinator: actually just task 2", "Task 2|!Task 1:"],
        ["coordinator: extend education task 3 to 15 April", "2020-04-15|Task 3|!Task 4"],
        ["coordinator: 退回教委第九项", "没有第九项"], ["coordinator: 退回第九项", "单位", "coordinator: 教委", "没有第九项"],
        // Days of what was reported.
        ["coordinator: 4月2号之前交的有哪些单位", "4月2日|及以前|市教委|市商务局|!市委网信办"], ["coordinator: 昨天谁交了", "市委网信办|!市商务局"], ["coordinator: who reported before Friday", "市教委|!市委网信办"],
        ["coordinator: 4月3号以后才交的有哪些", "市委网信办|!市商务局"], ["coordinator: did anyone file late?", "市委网信办|!市商务局"], ["coordinator: 有几个单位是按时报的", "4个单位|市商务局|!市委网信办"],
        // What was done is taken back, the last or by its name.
        ["coordinator: 教委第三项延到15号", "2020-04-15", "coordinator: 确认", "已延期", "coordinator: 商务局第一项通过", "审核通过", "coordinator: 确认", "已审核通过", "coordinator: 撤销刚才给教委的延期", "已撤销：延期"],
        ["coordinator: 教委第三项延到15号", "2020-04-15", "coordinator: 确认", "已延期", "coordinator: 把教委的延期取消", "已撤销：延期"],
        ["coordinator: 教委第三项延到15号", "2020-04-15", "coordinator: 确认", "已延期", "coordinator: 把刚才那个撤了", "已撤销：延期"],
        ["coordinator: 撤销给教委的延期", "没有可以撤销的市教委的操作"],
        ["coordinator: 同意申请2", "周敏", "coordinator: 确认", "已同意", "coordinator: 撤销", "已撤销|申请2", "coordinator: 待处理的申请", "申请2|申请1"],
        ["coordinator: 不同意申请1", "申请1", "coordinator: 确认", "答复不同意", "coordinator: 撤销", "已撤销|申请1"],
        // Requests: all at once, by unit, by kind, by place.
        ["coordinator: 同意所有申请", "申请1|申请2|确认", "coordinator: 确认", "申请1、申请2已同意"], ["coordinator: 有哪些待处理的申请", "申请1|!市金融局市金融局", "coordinator: 全部同意", "申请1|申请2|确认"],
        ["coordinator: 金融局想延期，批准吧", "申请1|2020-04-10|!申请2"], ["coordinator: 金融局的延期不批，数据上个月就该有了", "申请1|不同意|数据上个月就该有了"],
        ["coordinator: any requests waiting for me?", "Request 1|Request 2", "coordinator: approve the first one", "Request 1|!Request 2"], ["coordinator: is finance's extension approved yet?", "Request 1|!until when"],
        // Short follow-ups.
        ["coordinator: 报送率", "报送率", "coordinator: 名单给我", "市科技局"], ["coordinator: how many have reported", "of 35", "coordinator: which ones", "市商务局|!市科技局"], ["coordinator: when is Q1 due", "2020-04-03", "coordinator: and the one after", "2020-07-03"],
        ["coordinator: 一季度还有谁没报", "没有报", "coordinator: 逾期的呢", "逾期未报的有"], ["coordinator: 金融局报了吗", "市金融局", "coordinator: 那催一下", "市金融局|1人"], ["coordinator: 三季度呢，哪天截止", "2020-10-12", "coordinator: 为什么是10月12号", "10月"],
        ["coordinator: 教委第三项延到15号", "2020-04-15", "coordinator: 确认", "已延期", "coordinator: 也给金融局", "市金融局|2020-04-15|确认"], ["coordinator: 市场监管委多给两天", "2020-04-08", "coordinator: 确认", "已延期", "coordinator: 合作交流办同样处理", "市合作交流办|2020-04-08|确认"],
        ["coordinator: 商务局报得怎么样", "已报2项", "coordinator: 把第二项给我看看", "第二项", "coordinator: 这项不错，通过", "第二项|审核通过|!第一项："], ["coordinator: what did culture report?", "智慧导览", "coordinator: looks good, accept it", "市文化和旅游局|accept", "coordinator: yes", "Done"],
        // Who is left out is not who is meant.
        ["coordinator: chase them all", "12 people", "coordinator: hold on, leave out education", "11 people|!市教委联络员"], ["coordinator: 催办逾期单位", "12人", "coordinator: 教委就不用催了", "11人|!市教委联络员"], ["coordinator: 里头哪些是一项都没交的", "11个单位|市科技局|!市教委（"],
        // A notice keeps its readers, and its words.
        ["coordinator: 发个通知给所有没报的单位：请于本周五下班前完成报送", "12人|请于本周五下班前完成报送", "coordinator: 先别发", "没有做任何改动"],
        ["coordinator: 通知逾期单位的领导，务必重视", "务必重视|!通知逾期单位的领导，务必重视"], ["coordinator: 发一条消息给大家，逾期的请抓紧", "逾期的请抓紧|16人"],
        ["coordinator: 商务局那份可以收了", "市商务局|审核通过", "coordinator: 可以", "已审核通过", "coordinator: 文旅的也收了吧", "市文化和旅游局|审核通过"], ["coordinator: who hasn't started?", "市科技局|!市商务局 ("],
        ["coordinator: give transport and agriculture three more days, they asked by phone", "市交通运输委|2020-04-09|市农业农村委", "coordinator: confirm", "Done|2 units|2020-04-09"],
        ["coordinator: 把第一季度的催办计划给我看看", "提醒|!这个单位"], ["coordinator: 市场监管和证监局这期都免报吧", "请说明理由", "coordinator: 没有分配任务", "市市场监管委|没有分配任务|天津证监局", "coordinator: 确认", "市市场监管委、天津证监局共2个单位|免报"],
        // Oddities.
        ["coordinator: 导出csv英文", "见附件"], ["coordinator: 删除教委的报告", "不能删除|退回"], ["coordinator: 系统里有几个人", "登记了|联络员"], ["coordinator: 张三的电话", "没有叫“张三”的人"], ["coordinator: 邀请李大力", "没有叫“李大力”的人|!将为"],
        ["coordinator: 文旅的材料我看过了，没问题", "市文化和旅游局|审核通过"], ["coordinator: 第三项牵头部门是谁", "第三项|市"], ["coordinator: 谁给教委延过期", "操作记录|!延到哪一天"], ["coordinator: 教委延期了吗", "市教委|!延到哪一天"], ["coordinator: 报送率最低的是谁", "!市科技局"],
        ["coordinator: 下一次什么时候催，催谁", "接下来的提醒|!将就"], ["coordinator: 二季度的提醒什么时候开始", "接下来的提醒|!没有“开始”"], ["leader: 目前进展如何", "报送率"], ["leader: 删除教委的报告", "不能删除"],
        ["coordinator: 最近的操作记录", "申请交接|!ask-handover|!第0版"],
    ];

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task Is_understood_as_the_office_means_it(string[] lines)
    {
        await using var talk = await Talk.AfterAsync(OfficeAsync);

        await talk.PlayAsync(lines);
    }

    [Fact]
    public async Task Taking_back_what_was_granted_restores_the_due_date_and_the_contact_and_tells_the_unit()
    {
        await using var talk = await Talk.AfterAsync(OfficeAsync);

        await talk.SayAllAsync("coordinator", "同意所有申请", "确认");
        Assert.Equal(new DateOnly(2020, 4, 10), (await talk.RowsOfAsync("unit-12"))[0].DueOn);
        await talk.PlayAsync("coordinator: 撤销", "已撤销|申请1、申请2");

        Assert.All(await talk.RowsOfAsync("unit-12"), row => Assert.Equal(new DateOnly(2020, 4, 3), row.DueOn));
        await talk.PlayAsync(
            "coordinator: 科技局联络员是谁", "!周敏",
            "coordinator: 待处理的申请", "待处理的申请2件",
            "coordinator: 同意申请1", "将同意");
    }

    [Fact]
    public async Task What_came_after_the_preview_is_not_decided_with_it()
    {
        await using var talk = await Talk.AfterAsync(OfficeAsync);
        await talk.SayAsync("coordinator", "同意所有申请");
        await talk.MoveToAsync("2020-04-07 09:01");
        await talk.SayAllAsync("unit-11", "能不能延期到4月13日，人手不够", "确认");

        await talk.PlayAsync(
            "coordinator: 确认", "申请1、申请2已同意|!申请3",
            "coordinator: 待处理的申请", "申请3");
    }

    [Fact]
    public async Task What_waits_is_forgotten_after_a_while_and_survives_a_restart()
    {
        await using var talk = await Talk.AfterAsync(OfficeAsync);
        await talk.SayAsync("coordinator", "商务局第一项通过，第二项退回，缺数据");
        talk.Restart();

        await talk.PlayAsync("coordinator: 取消", "接着办理|第二项|缺数据");
        await talk.SayAllAsync("coordinator", "取消", "商务局第一项通过，第二项退回，缺数据");
        await talk.MoveToAsync("2020-04-07 10:00");
        await talk.PlayAsync("coordinator: 取消", "已取消|!第二项");
        Assert.All(await talk.RowsOfAsync("unit-8"), row => Assert.Equal(ObligationState.Submitted, row.State));
    }

    [Fact]
    public async Task Whoever_has_put_the_reminder_off_is_not_in_the_preview_of_the_step_before()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.PlayAsync("coordinator: 下一次提醒发给谁", "提醒联络员16人");

        await talk.SayAllAsync("unit-2", "明天下午四点再提醒我", "确认");

        await talk.PlayAsync("coordinator: 下一次提醒发给谁", "提醒联络员15人|!市教委联络员（");
    }

    /// <summary>7 April: five units have reported, one of them late, one in part; two requests wait.</summary>
    private static async Task<Talk> OfficeAsync()
    {
        var talk = await Talk.StartAsync("2020-04-01 10:00");
        await talk.SayAllAsync("unit-2", "第一项：进展：建成十二所 问题：师资不足 成效：三万学生 下一步：试点\n第二项：进展：八门课 问题：无 成效：两千人 下一步：教材", "确认");
        await talk.SayAllAsync("unit-8", "进展：两个示范区 问题：资金到位慢 成效：增长百分之八 下一步：推广", "全部", "确认");
        await talk.MoveToAsync("2020-04-02 15:00");
        await talk.SayAllAsync("unit-9", "进展：智慧导览 问题：信号差 成效：满意 下一步：优化", "确认");
        await talk.SayAllAsync("unit-10", "进展：两家医院 问题：标准不统一 成效：提速 下一步：五家", "全部", "确认");
        await talk.SayAllAsync("unit-12", "能不能延期到4月10日，数据还没汇总", "确认");
        await talk.SayAllAsync("unit-3", "我调走了，接我的是周敏 13800001234", "今天", "确认");
        await talk.MoveToAsync("2020-04-06 10:00");
        await talk.SayAllAsync("unit-5", "进展：平台一期 问题：无 成效：二十家 下一步：二期", "全部", "确认");
        await talk.MoveToAsync("2020-04-07 09:00");
        return talk;
    }
}
