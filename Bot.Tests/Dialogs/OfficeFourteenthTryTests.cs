namespace PlanBot.Tests.Dialogs;

/// <summary>Second thoughts of the office, orders that hold other words too, and what is asked of a figure that was just told.</summary>
public sealed class OfficeFourteenthTryTests
{
    private const string Culture = "unit-9: 进展：办了两期培训 问题：无 成效：导览上线 下一步：扩面";
    private const string Securities = "unit-16: 进展：调研了5家券商 问题：数据口径不一 成效：形成清单 下一步：推广";

    [Theory]
    [InlineData("周四吧，周五要上会", "2020-04-09|理由：写得太虚")]
    [InlineData("改成周四，周五局里开会用", "2020-04-09|理由：写得太虚")]
    [InlineData("下周一吧，上会在周二", "2020-04-13|理由：写得太虚")]
    public Task Another_day_and_why(string said, string shown) => Talk.PlayedAsync(
        "2020-04-07 10:30", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅写得太虚，让他们重写，周五前给", "2020-04-10|写得太虚", $"coordinator: {said}", shown, "coordinator: 行", "已退回");

    [Theory]
    [InlineData("呃先别收，我跟他们核个数", "已撤销")]
    [InlineData("等等，先别通过", "已撤销")]
    [InlineData("还是别收了", "已撤销")]
    public Task What_was_just_done_is_not_to_be(string said, string answer) => Talk.PlayedAsync(
        "2020-04-07 10:30", Securities, "请核对", "unit-16: 确认", "已报送", "coordinator: 证监局写得不错，收了", "审核通过", "coordinator: 确认", "已审核通过", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("证监局那个还是不延了", "已撤销：延期（天津证监局")]
    [InlineData("证监局还是别延了", "已撤销：延期（天津证监局")]
    public Task One_of_two_is_taken_back(string said, string answer) => Talk.PlayedAsync(
        "2020-04-07 13:35", "coordinator: 证监局延到周五", "2020-04-10", "coordinator: 确认", "已延期", "coordinator: 人行一样", "人民银行", "coordinator: 确认", "已延期", $"coordinator: {said}", $"{answer}|!人民银行");

    [Theory]
    [InlineData("除了文旅，其他交上来的都过了吧", "审核通过|天津证监局|!市文化和旅游局")]
    [InlineData("除了文旅局，其余的都通过", "审核通过|天津证监局|!市文化和旅游局")]
    [InlineData("except culture, accept all the others", "accept|天津证监局|!市文化和旅游局")]
    public Task All_but_one_are_accepted(string said, string shown) => Talk.PlayedAsync(
        "2020-04-07 10:30", Culture, "请核对", "unit-9: 确认", "已报送", Securities, "请核对", "unit-16: 确认", "已报送", $"coordinator: {said}", shown, "coordinator: 确认", "天津证监局|!市文化和旅游局");

    [Theory]
    [InlineData("for transport just the first task", "fine", "Nothing is done yet")]
    [InlineData("交通只给第一项", "好的", "还没有办")]
    public Task What_was_not_understood_is_not_agreed_to(string said, string yes, string answer) => Talk.PlayedAsync(
        "2020-04-07 10:15", "coordinator: let transport and agriculture have till the 10th", "2020-04-10", $"coordinator: {said}", "!Done:", $"coordinator: {yes}", answer);

    [Theory]
    [InlineData("文旅局延到11号吧", "2020-04-11（周六）|不是工作日|2020-04-13")]
    [InlineData("give culture until 11 April", "is no working day|2020-04-13")]
    public Task A_day_off_is_said_to_be_one(string said, string shown) => Talk.PlayedAsync("2020-04-07 11:00", $"coordinator: {said}", shown, "coordinator: 那就13号", "2020-04-13|!不是工作日");

    [Fact]
    public Task Another_day_is_asked_for_where_one_is_over() => Talk.PlayedAsync(
        "2020-04-07 11:30", "coordinator: government services can have until the 3rd", "!has reported", "coordinator: oops, 16th I mean", "2020-04-16|市政务服务办", "coordinator: confirm", "extension");

    [Theory]
    [InlineData("不对不对，是证监局打的电话，金融局没说", "天津证监局|!市金融局")]
    [InlineData("搞错了，是证监局", "天津证监局|!市金融局")]
    [InlineData("no, it's the securities regulator that rang", "天津证监局|!市金融局")]
    public Task Another_unit_is_meant(string said, string shown) => Talk.PlayedAsync("2020-04-07 11:10", "coordinator: 金融局多给三天", "市金融局|2020-04-09", $"coordinator: {said}", shown, "coordinator: 确认", "天津证监局|!市金融局");

    [Fact]
    public Task The_unit_that_was_meant_is_no_contact() => Talk.PlayedAsync("2020-04-07 10:50", "coordinator: 统计局那份到了吗", "没有“统计局”", "coordinator: 记混了，是网信办", "市委网信办|已报0项|!新联络员");

    [Fact]
    public Task Who_stands_in_is_named_and_a_date_is_nobody() => Talk.PlayedAsync(
        "2020-04-07 14:00", "coordinator: 金融局的联络员休产假了，这段时间孙磊顶着", "孙磊", "coordinator: 取消", "已取消", "coordinator: 换一下金融局的联络员", "新联络员是谁", "coordinator: 13700005555", "!没有看懂", "coordinator: 先到8月底", "!→ 先到", "coordinator: 孙磊", "孙磊|13700005555");

    [Theory]
    [InlineData("最后一句不要", "!如有疑问")]
    [InlineData("把最后那句删了", "!如有疑问")]
    [InlineData("drop the last sentence", "!如有疑问")]
    public Task A_sentence_of_a_notice_is_dropped(string said, string shown) => Talk.PlayedAsync(
        "2020-04-07 14:30", "coordinator: 群发：请各单位核对数字，不要出现涉密内容。如有疑问电话联系。", "如有疑问", $"coordinator: {said}", $"不要出现涉密内容。|{shown}", "coordinator: 确认", "16");

    [Theory]
    [InlineData("不对 是后天上午", "后天上午九点|!明天上午")]
    [InlineData("不对，应该是后天上午", "后天上午九点|!明天上午")]
    public Task The_day_of_a_notice_is_put_right(string said, string shown) => Talk.PlayedAsync(
        "2020-04-07 15:40", "coordinator: 群发：明天上午九点在三楼会议室开调度会", "明天上午九点", $"coordinator: {said}", shown, "coordinator: 算了不发了", "已取消");

    [Fact]
    public Task A_message_for_those_who_have_not_reported_keeps_its_words() => Talk.PlayedAsync(
        "2020-04-07 15:10", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: write to those who haven't reported: The deputy mayor reads the summary on Friday. A short report is better than none.",
        "15 contacts|A short report is better than none.|!市文化和旅游局");

    [Theory]
    [InlineData("现在报送率多少", "剩下的呢，列个名字就行", "15个单位|市教委|!市文化和旅游局（")]
    [InlineData("what percentage is in?", "and the others, just the names", "15 units|市教委")]
    [InlineData("报全了的有哪几家", "都是按时的吗", "逾期补报1项")]
    public Task After_a_figure_or_a_list(string asked, string then, string answer) => Talk.PlayedAsync("2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", $"coordinator: {asked}", "!没有看懂", $"coordinator: {then}", answer);

    [Theory]
    [InlineData("it's the 10th, how much is in?", "of 35 tasks")]
    [InlineData("how much has come in so far", "of 35 tasks")]
    [InlineData("到底哪些任务还一点消息没有", "16个单位")]
    [InlineData("which tasks have no word yet", "16 units")]
    public Task Asked_of_all(string said, string answer) => Talk.PlayedAsync("2020-04-10 10:00", "leader: 教委怎么样了", "市教委", $"leader: {said}", answer);

    [Theory]
    [InlineData("fine. can I have it all in a file", "Attached")]
    [InlineData("能不能做成一个文件发我", "汇总见附件")]
    public Task As_a_file(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"leader: {said}", answer);

    [Fact]
    public Task It_goes_back_with_what_is_to_be_written() => Talk.PlayedAsync(
        "2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅那份我瞅瞅", "导览上线", "coordinator: 太空了，退，让他们写清楚哪几个景区，后天下班前补", "退回修改|2020-04-09|太空了|写清楚哪几个景区", "coordinator: 确认", "已退回");

    [Theory]
    [InlineData("这个不行，分工表上有他们，让照报", "将不同意|分工表上有他们")]
    [InlineData("不同意", "将不同意")]
    public Task The_request_that_was_told_is_declined(string said, string shown) => Talk.PlayedAsync(
        "2020-04-07 10:00", "unit-6: 监管平台应由工信局报，不是我委的活", "分工异议", "unit-6: 确认", "已转告", "coordinator: 有啥要我处理的", "申请1", $"coordinator: {said}", shown);

    [Theory]
    [InlineData("下回报是几号", "国庆那次呢", "2020-10-12")]
    [InlineData("下回报是几号", "年底的那次呢", "2021-01-06")]
    public Task The_due_day_behind_a_holiday(string asked, string then, string answer) => Talk.PlayedAsync("2020-04-08 09:00", $"coordinator: {asked}", "2020-07-03", $"coordinator: {then}", answer);

    [Fact]
    public Task The_number_says_which_sunday() => Talk.PlayedAsync("2020-04-08 16:00", "coordinator: 26号那个周日上班吗", "2020-04-26|!2020-04-12");

    [Theory]
    [InlineData("院士团队还在外地隔离，材料凑不齐，能不能给到17号", "延期申请|2020-04-17|院士团队还在外地隔离")]
    [InlineData("数据没出来，可否宽限到17号", "延期申请|2020-04-17")]
    public Task More_time_is_asked_for(string said, string shown) => Talk.PlayedAsync("2020-04-07 09:20", $"unit-7: {said}", shown);

    [Theory]
    [InlineData("还没交的催一下，把这段带上：\n李市长批示：\n1. 数据要实；\n2. 周四前必须报齐。", "附上您的话：“李市长批示：|2. 周四前必须报齐。”")]
    [InlineData("催一下教委，附上这段话：\n请抓紧。\n周四要用。", "市教委联络员|周四要用。”")]
    public Task Words_of_several_lines_go_with_an_urging(string said, string shown) => Talk.PlayedAsync("2020-04-07 17:10", $"coordinator: {said}", shown, "coordinator: 发送", "已催办|!没有交齐");

    [Theory]
    [InlineData("无人驾驶测试道路那件是哪家管的", "市交通运输委|!管理员")]
    [InlineData("车联网测试监管平台谁在弄，弄到哪一步了", "市交通运输委|!请问是哪个单位")]
    [InlineData("想把一家的时间往后推，要怎么操作", "延期：")]
    [InlineData("那就推卫健委的，推到14号", "市卫生健康委|2020-04-14")]
    [InlineData("how do we stand with the AI plan", "0 of 35|!linked")]
    public Task Asked_by_the_office(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("ok, who is complete then", "市文化和旅游局|!Still missing")]
    [InlineData("when did the last one come in", "市文化和旅游局|2020-04-07|!2021")]
    public Task Asked_by_a_leader(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", $"leader: {said}", answer);

    [Fact]
    public Task Why_it_is_so_late() => Talk.PlayedAsync("2020-04-09 10:00", "leader: 三季度这个什么时候收", "2020-10-12", "leader: 为什么拖这么晚", "国庆节|!只读");

    [Theory]
    [InlineData("sorry, culture and tourism", "市文化和旅游局 has reported|!new contact")]
    [InlineData("oops, I mean the health commission", "市卫生健康委 has reported|!new contact")]
    public Task Another_unit_was_meant_by_the_question(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", "coordinator: has commerce sent theirs", "市商务局", $"coordinator: {said}", answer);

    [Fact]
    public Task A_day_for_everyone() => Talk.PlayedAsync("2020-04-02 10:00", "leader: move it to 30 June for everyone", "read only", "coordinator: move it to 10 April for everyone", "16 units|2020-04-10");

    [Fact]
    public Task Nothing_at_all_in_other_words() => Talk.PlayedAsync("2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", "leader: 那到现在一个字没交的有谁", "一项都没有报的有15个单位");

    [Theory]
    [InlineData("looked through them, all good - accept everything that's in", "accept|市文化和旅游局|天津证监局")]
    [InlineData("交上来的都通过吧", "审核通过|市文化和旅游局|天津证监局")]
    public Task All_that_is_in_is_accepted(string said, string shown) => Talk.PlayedAsync("2020-04-07 10:30", Culture, "请核对", "unit-9: 确认", "已报送", Securities, "请核对", "unit-16: 确认", "已报送", $"coordinator: {said}", shown);

    [Fact]
    public Task When_reminders_begin_is_asked() => Talk.PlayedAsync("2020-04-07 11:20", "coordinator: 提前几天开始提醒他们", "工作日|!请问要催哪个单位|!确认发送吗");

    [Fact]
    public Task The_list_of_the_others() => Talk.PlayedAsync("2020-04-02 15:00", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 哪几家已经交上来了", "已有1个单位", "coordinator: 剩下的名单贴给我，我往群里发", "还有15个单位|!市文化和旅游局");

    [Fact]
    public Task A_count_at_the_end_of_a_sentence_is_no_number_of_the_next_section() => Talk.PlayedAsync(
        "2020-04-07 10:41", "unit-3: Task 2 - progress: 18 AI projects funded, contracts signed for 11. Problems: lab work delayed. Results: two techniques passed testing. Next: mid-term check in June.", "contracts signed for 11|Problems: lab work delayed",
        "unit-3: sorry 13 contracts not 11", "signed for 13");

    [Fact]
    public Task When_the_next_round_is_due() => Talk.PlayedAsync("2020-04-07 09:55", "leader: when's the next round due, want it in my diary", "2020-07-03");

    [Fact]
    public Task Who_has_asked_for_more_time() => Talk.PlayedAsync(
        "2020-04-07 10:10", "unit-16: 申请延到4月10日，处长出差未签字", "延期申请", "unit-16: 确认", "已提交", "coordinator: anyone asked for more time?", "天津证监局|处长出差未签字");

    [Theory]
    [InlineData("问一下这次是报一季度的还是二季度的啊", "第一季度|2020-04-03")]
    [InlineData("did our report get through? my boss thinks we're on the overdue list", "0 of 3")]
    [InlineData("can I just fill in a Word doc and send it over? our office doesnt like chat", ".docx")]
    public Task Asked_by_a_contact(string said, string answer) => Talk.PlayedAsync("2020-04-01 09:20", $"unit-2: {said}", answer);

    [Fact]
    public Task Which_problems_there_are() => Talk.PlayedAsync("2020-04-07 10:00", Securities, "请核对", "unit-16: 确认", "已报送", "leader: which problems should I raise?", "天津证监局|数据口径不一");
}
