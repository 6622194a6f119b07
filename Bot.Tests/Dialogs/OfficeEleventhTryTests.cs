namespace PlanBot.Tests.Dialogs;

/// <summary>Orders of a coordinating office that hold more than one thing, or put right what was just said or done.</summary>
public sealed class OfficeEleventhTryTests
{
    private const string After = "2020-04-07 10:30";

    [Theory]
    [InlineData("卫健委在抗疫先别惊动,人行我已经打过电话。其余的敲打一下")]
    [InlineData("卫健委和人行我都联系过了，剩下的催一催")]
    [InlineData("Health is swamped and the People's Bank I have phoned already. Press the rest")]
    public Task The_rest_is_urged(string said) => Talk.PlayedAsync(
        After, "coordinator: 谁还赖着没交呢", "市教委", $"coordinator: {said}", "14|市教委|天津证监局|市卫生健康委|人民银行天津分行|!人民银行天津分行联络员|!市卫生健康委联络员", "coordinator: 教委也去掉,他们刚来电话说下午交", "13|!市教委联络员",
        "coordinator: 发", "已催办13人|!市教委|!市卫生健康委");

    private const string Reported = "unit-7: 1.进展:研究院章程起草完毕 问题:编制没批 成效:无 下一步:报市编办\\n2.进展:论坛方案已报 问题:大会延期 成效:邀请院士4人 下一步:等通知";

    [Theory]
    [InlineData("农口那家写的啥,我瞅瞅", "论坛那个没毛病收了;研究院的“成效:无”太敷衍,让他们重写,宽到下周三")]
    [InlineData("看看农业农村委的报告", "论坛那项通过；研究机构那项成效太虚，退回重报，4月8日前")]
    [InlineData("show me the report of agriculture", "the forum one is fine, accept it; the institute one is too thin, redo it by next Wednesday")]
    public Task Rulings_of_tasks_by_what_they_are_about(string read, string rule) => Talk.PlayedAsync(
        "2020-04-02 10:00", Reported, "请核对", "unit-7: 都对,交", "已报送", $"coordinator: {read}", "研究院章程起草完毕", $"coordinator: {rule}", "2020-04-08|!哪个单位", "coordinator: 是", "2020-04-08",
        "coordinator: 农业农村委第二项报了吗", "通过", "coordinator: 他们收到退回了吧?", "市农业农村委|!请说明理由");

    [Theory]
    [InlineData("教育口报了没", "市教委")]
    [InlineData("交通口那家怎么样", "市交通运输委")]
    [InlineData("卫生口的进展如何", "市卫生健康委")]
    public Task An_office_is_called_by_its_field(string said, string answer) => Talk.PlayedAsync(After, $"coordinator: {said}", answer);

    [Fact]
    public Task A_notice_with_another_time_and_other_readers() => Talk.PlayedAsync(
        "2020-04-01 11:25", "coordinator: tell everyone: The submission page will be down Thursday 12:00-13:00", "16 contacts",
        "coordinator: make it 12:00-14:00, and only Commerce, Health and the two with 'finance or securities' in the name", "Thursday 12:00-14:00|4 contacts|市商务局|市卫生健康委|市金融局|天津证监局|!市教委",
        "coordinator: no wait. everybody after all, but keep the new time", "16 contacts|Thursday 12:00-14:00|市教委|!after all", "coordinator: yes send", "16", "coordinator: can I take it back?", "!cancelled");

    [Fact]
    public Task A_notice_with_another_time_and_other_readers_in_Chinese() => Talk.PlayedAsync(
        "2020-04-01 11:25", "coordinator: 通知各单位：系统周四12:00-13:00停用", "16", "coordinator: 时间改成12:00-14:00，只发给商务局和卫健委", "12:00-14:00|2|市商务局|市卫生健康委|!市教委",
        "coordinator: 算了，还是发给大家，时间不变", "16|12:00-14:00|市教委", "coordinator: 发", "16");

    [Theory]
    [InlineData("合作办说人手紧,给他们放到下周五吧", "不对不对,是政务办", "嗯 就这样", "手滑了,10号太晚,8号", "可")]
    [InlineData("给政务办延到4月10号", "理由是人手紧", "确认", "改成8号吧", "好")]
    [InlineData("give government services until 10 April", "reason: short of hands", "confirm", "oops, too late, make it the 8th", "yes")]
    public Task A_day_that_was_just_given_is_put_right(string give, string change, string yes, string another, string again) => Talk.PlayedAsync(
        "2020-04-02 14:14", $"coordinator: {give}", "2020-04-10", $"coordinator: {change}", "2020-04-10|市政务服务办", $"coordinator: {yes}", "2020-04-10|市政务服务办", $"coordinator: {another}", "2020-04-08|市政务服务办|!市合作交流办",
        $"coordinator: {again}", "2020-04-08", "coordinator: 政务办什么时候截止", "2020-04-08");

    [Theory]
    [InlineData("人行那边总行统一报,这季度不用他们了", "刚请示了,还是得报……撤销刚才那个")]
    [InlineData("人行免报，总行统一报", "撤销")]
    public Task A_waiver_that_is_taken_back_says_when_it_is_due(string waive, string undo) => Talk.PlayedAsync(
        "2020-04-07 16:00", $"coordinator: {waive}", "人民银行天津分行|总行统一报", "coordinator: 对的", "已免报", $"coordinator: {undo}", "已撤销|截止日期仍为2020-04-03", "coordinator: 截止给到10号", "2020-04-03|2020-04-10|人民银行天津分行|!市教委");

    [Theory]
    [InlineData("通讯录更新下哈:文旅换成高敏 13800002222,商务的老陈退了换成陆远,电话后给", "陆远 13700003333", "改")]
    [InlineData("文旅局联络员改为高敏 13800002222；商务局联络员换成陆远", "陆远的手机13700003333", "确认")]
    public Task Two_contacts_in_one_message(string change, string phone, string yes) => Talk.PlayedAsync(
        "2020-04-01 15:45", $"coordinator: {change}", "市文化和旅游局|高敏|13800002222|市商务局|陆远|!哪个单位", $"coordinator: {phone}", "高敏|13800002222|陆远|13700003333", $"coordinator: {yes}", "高敏|陆远|市商务局",
        "coordinator: 现在哪些单位联系不上人", "高敏|陆远|!signin|!token", "coordinator: 商务原来那位还会收到提醒吗", "不会|市商务局联络员|陆远", "coordinator: 教委原来那位还会收到提醒吗", "没有换过");

    [Fact]
    public Task Ways_in_are_made_when_they_are_asked_for() => Talk.PlayedAsync("2020-04-01 15:45", "coordinator: 谁联系不上", "!token=|登录链接", "coordinator: 谁联系不上要链接", "token=", "coordinator: links for who cannot be reached", "token=");

    [Theory]
    [InlineData("几家还没给?说个数就行", "16个单位|35项|逾期|!市教委")]
    [InlineData("还有谁没报，不用列名单", "16个单位|35项|!市教委")]
    [InlineData("how many have not reported, just the number", "16 of 16|35 of 35|overdue|!市教委")]
    public Task Just_the_number(string said, string answer) => Talk.PlayedAsync("2020-04-07 17:05", $"leader: {said}", answer);

    [Theory]
    [InlineData("how are we doing on q1, one line pls", "0 of 35|2020-04-03|tomorrow")]
    [InlineData("一季度一句话怎么样了", "35项|2020-04-03")]
    [InlineData("anyone allowed extra time so far?", "No extension has been granted|Q1 2020|2020-04-03")]
    [InlineData("目前给谁延期了没有", "没有给哪个单位延期|2020-04-03")]
    [InlineData("谁延期了", "没有给哪个单位延期")]
    public Task A_leader_asks(string said, string answer) => Talk.PlayedAsync("2020-04-02 16:50", $"leader: {said}", answer);

    [Fact]
    public Task Who_was_given_more_time() => Talk.PlayedAsync(
        "2020-04-02 10:00", "coordinator: 给政务办延到4月10号，人手紧", "2020-04-10", "coordinator: 确认", "已延期", "leader: 哪些单位延期了", "市政务服务办|2020-04-10|人手紧|!市教委", "leader: who got an extension?", "市政务服务办|2020-04-10|人手紧");

    [Theory]
    [InlineData("有哪些任务", "35项任务|市教委")]
    [InlineData("任务清单", "35项任务|第1至20项")]
    [InlineData("list the tasks of the plan", "35 tasks")]
    public Task The_tasks_of_the_plan(string said, string answer) => Talk.PlayedAsync("2020-04-02 10:00", $"coordinator: {said}", answer, $"leader: {said}", answer, "coordinator: 下一页", "20|35");

    [Theory]
    [InlineData("unit-2: 谁延期了")]
    [InlineData("unit-2: 有哪些任务")]
    [InlineData("unit-2: anyone allowed extra time so far?")]
    [InlineData("unit-2: 商务原来那位还会收到提醒吗")]
    [InlineData("unit-2: 卫健委先别惊动，其余的敲打一下")]
    public Task A_contact_learns_nothing_of_others(string said) => Talk.PlayedAsync(After, said, "!市科技局|!天津证监局|!市商务局联络员|!将就");
}
