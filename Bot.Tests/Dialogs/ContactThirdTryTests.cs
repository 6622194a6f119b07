namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who change their minds half-way, label with a space, dictate, and ask how it is done.</summary>
public sealed class ContactThirdTryTests
{
    private const string Day = "2020-04-02 10:00";

    [Theory]
    [InlineData("第一项 进展 大数据平台接入了28个部门 问题 部分接口不统一", "第一项|取得成效|!存在问题”")]
    [InlineData("第一项：进展 规划初稿写完了", "第一项|存在问题")]
    public Task A_space_is_a_label_enough(string said, string answer) => Talk.PlayedAsync(Day, $"unit-5: {said}", answer);

    [Fact]
    public Task Two_labels_with_a_space_answer_two_questions() => Talk.PlayedAsync(
        Day, "unit-5: 第一项 进展 接入28个部门 问题 接口不统一", "取得成效", "unit-5: 成效 互通率到了七成 下一步 统一接口标准", "请核对|取得成效：互通率到了七成\n|下一步工作：统一接口标准");

    [Fact]
    public Task Nothing_is_said_of_two_sections_at_once() => Talk.PlayedAsync(
        Day, "unit-9: 进展：培训了80人", "存在问题", "unit-9: 问题没有 成效暂时也没有 下一步月底再办一期", "请核对|存在问题：无|下一步工作：月底再办一期");

    [Fact]
    public Task Tasks_are_numbered_by_a_numeral_alone() => Talk.PlayedAsync(
        Day, "unit-1: 那我两项一起\n一 进展：手续齐了 问题：无 成效：纳入规划 下一步：动工\n二 进展：到位3亿 问题：项目少 成效：投了两家 下一步：再选", "请核对|第一项：|第二项：|投了两家");

    [Theory]
    [InlineData("oh wait, task 1 should be 16 shops not 18", "16 shops refitted|!18")]
    [InlineData("in the first one the shops should be 16, I miscounted", "16 shops refitted|!18")]
    public Task A_figure_is_put_right_where_it_stands(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-8: Task 1: Progress: 18 shops refitted. Problems: none. Results: sales up. Next: more.", "Please check", $"unit-8: {said}", $"Please check|{answer}");

    [Fact]
    public Task A_filed_figure_is_put_right_by_saying_that_one_was_wrong() => Talk.PlayedAsync(
        Day, "unit-10: 第二项 进展：机房封顶 问题：无 成效：接入医院31家 下一步：试运行", "请核对", "unit-10: 确认", "已报送",
        "unit-10: 早上那份有个数不对，接入医院是29家不是31家", "请核对修改内容|接入医院29家（原为：接入医院31家）");

    [Theory]
    [InlineData("不对，问题那块改成 申报材料不齐", "存在问题：申报材料不齐")]
    [InlineData("里程居全国前列这句别写了 改成新增3类场景", "取得成效：新增3类场景|!全国前列")]
    [InlineData("问题也删了吧 写无", "存在问题：无\n")]
    public Task A_part_is_replaced_before_it_is_filed(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-6: 第一项 进展：新增道路38公里 问题：审批慢 成效：里程居全国前列 下一步：建测试场", "请核对", $"unit-6: {said}", $"请核对|{answer}");

    [Theory]
    [InlineData("是的 两项都没有", "已报送")]
    [InlineData("对，两项都没有进展", "已报送")]
    public Task A_nil_report_is_confirmed_by_saying_it_again(string yes, string answer) => Talk.PlayedAsync(Day, "unit-6: 本季度没有什么可报的", "请核对", $"unit-6: {yes}", answer);

    [Fact]
    public Task Something_comes_to_mind_at_a_nil_report() => Talk.PlayedAsync(
        Day, "unit-11: 这个季度我们没什么可写的", "请核对|无新进展", "unit-11: 不对 想起来了 有个标准刚立项", "存在问题|!请问要改哪一部分");

    [Fact]
    public Task More_is_dictated_while_the_task_is_asked_for() => Talk.PlayedAsync(
        Day, "unit-3: 方案已经送市政府了，专家评审过了两轮", "报哪一项", "unit-3: 困难嘛就是配套资金还没落实", "报哪一项|!没有看懂", "unit-3: 第一项", "第一项|取得成效|!存在问题”");

    [Fact]
    public Task A_task_is_named_by_its_subject_in_speech() => Talk.PlayedAsync(
        Day, "unit-3: 嗯那个我想先说一下试验区那一项啊就是方案已经送市政府了然后专家评审过了两轮", "第一项|存在问题");

    [Fact]
    public Task One_task_is_named_by_its_subject_before_the_labels() => Talk.PlayedAsync(
        Day, "unit-12: Just the listing one for now, the other two are with my colleague. Progress: coached 6 firms. Problems: none. Results: 1 firm filed. Next: second batch", "Please check|Task 3|!Which task");

    [Fact]
    public Task What_follows_the_wish_to_go_on_belongs_to_the_draft() => Talk.PlayedAsync(
        Day, "unit-3: Supercomputer one: prototype delivered", "task 3", "unit-3: chip supply is tight", "Results", "unit-3: none yet", "Next steps", "unit-3: keep it for now", "draft",
        "unit-3: back - carry on with my draft. next step is full load test in June", "Please check|Progress: prototype delivered|full load test in June");

    [Fact]
    public Task Nothing_worth_mentioning_is_nothing() => Talk.PlayedAsync(
        Day, "unit-16: Two brokerages went live with an AI customer service desk in February", "Problems", "unit-16: nothing to flag really", "Noted. Problems: None");

    [Theory]
    [InlineData("第4个是什么 发全文", "第四项：筹建基础软件创新中心|军民两用|!第一项|!已把您写的内容")]
    [InlineData("what does task 4 say, in full", "task 4: 筹建基础软件创新中心|军民两用|!Task 1")]
    public Task The_text_of_a_task_is_told_to_its_end(string said, string answer) => Talk.PlayedAsync(Day, $"unit-4: {said}", answer);

    [Theory]
    [InlineData("看到了 马上报", "您先忙|!已把您写的内容")]
    [InlineData("谢谢你啊，我下午再弄", "您先忙")]
    [InlineData("do I have to write all four parts", "\"none\"")]
    [InlineData("can i send a word file instead", "Word form")]
    [InlineData("写到一半能停吗", "草稿")]
    [InlineData("请问这次小结是不是礼拜五以前要报上来", "2020-04-03|第三个工作日")]
    [InlineData("都要写哪几个方面，麻烦你说一说", "工作进展情况|下一步工作")]
    [InlineData("不好意思 我下周去别的处了 以后这个事找王丽", "王丽")]
    [InlineData("what was it you wanted from me again", "Task 1")]
    public Task Asked_and_promised(string said, string answer) => Talk.PlayedAsync(Day, $"unit-10: {said}", answer);

    [Fact]
    public Task Friday_the_tenth_is_the_tenth() => Talk.PlayedAsync(
        Day, "unit-1: Could we have a few more days? Our director is away until next Thursday", "request for more time", "unit-1: Friday the 10th please", "-> 2020-04-10", "unit-1: yes", "number 1",
        "coordinator: grant the extension the development and reform commission asked for", "This will grant|2020-04-10");

    [Fact]
    public Task The_old_report_is_meant_by_that_word() => Talk.PlayedAsync(
        Day, "unit-14: Progress: 20 kiosks. Problems: staffing. Results: queues halved. Next steps: weekends.", "Please check", "unit-14: ok", "Filed",
        "unit-14: Progress: 22 kiosks. Problems: staffing. Results: queues halved. Next steps: home visits.", "a correction, or an early report", "unit-14: fix the old one", "Please check the correction|22 kiosks");

    [Theory]
    [InlineData("第1条那个12改成15", "新增15公里|!新增12公里")]
    [InlineData("hmm wait it's 15 not 12", "新增15公里|!新增12公里")]
    public Task A_number_that_is_pointed_at_is_replaced(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-6: 第1条进展：测试道路新增12公里，问题：影响施工，成效：累计48公里，下一步：验收", "请核对", $"unit-6: {said}", answer);

    [Fact]
    public Task More_is_added_to_what_was_filed() => Talk.PlayedAsync(
        Day, "unit-11: 进展：征求了意见。问题：参与不多。成效：收到建议21条。下一步：上会", "请核对", "unit-11: 没错 交上去", "已报送",
        "unit-11: 昨天交的成效写少了 再加一句 带动6家企业", "请核对修改内容|收到建议21条。\n带动6家企业");

    [Fact]
    public Task Kept_and_not_given_up() => Talk.PlayedAsync(
        Day, "unit-3: 第一项：试验区方案已经报部里了", "存在问题", "unit-3: 哦 那问题就写经费还没到位", "存在问题：经费还没到位\n", "unit-3: 算了先存着 下午再弄", "已存为草稿", "unit-3: 继续", "试验区方案已经报部里了|取得成效");

    [Fact]
    public Task Nil_for_all_and_one_has_something() => Talk.PlayedAsync(
        Day, "unit-4: 五项都没什么变化 能不能报个零", "请核对|第五项", "unit-4: 嗯", "已报送");

    [Fact]
    public Task The_other_sections_have_nothing() => Talk.PlayedAsync(
        Day, "unit-4: 第三项：新建了4个数字车间", "存在问题", "unit-4: 其他几栏都写无", "请核对|存在问题：无\n取得成效：无\n下一步工作：无");

    [Fact]
    public Task Today_there_is_no_time_so_it_is_tomorrow() => Talk.PlayedAsync(
        "2020-03-31 14:00", "unit-15: 今天弄不完 明早再喊我", "2020-04-01 09:00");
}
