namespace PlanBot.Tests.Dialogs;

/// <summary>What is said of a list, a figure or a preview that was just shown: the others, which stage, other units, other tasks, another day, words of one's own.</summary>
public sealed class OfficeThirteenthTryTests
{
    private const string Culture = "unit-9: 进展：办了两期培训 问题：无 成效：导览上线 下一步：扩面";
    private const string Securities = "unit-16: 进展：调研了5家券商 问题：数据口径不一 成效：形成清单 下一步：推广";

    [Theory]
    [InlineData("剩下的都有谁", "还有14个单位|!市文化和旅游局")]
    [InlineData("其余的呢", "还有14个单位")]
    [InlineData("最近一份是谁报的", "最近一份是天津证监局第一项，2020-04-02")]
    [InlineData("which report came in last? the latest report", "天津证监局")]
    public Task After_those_that_have_reported(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 15:00", Culture, "请核对", "unit-9: 确认", "已报送", "@2020-04-02 15:20", Securities, "请核对", "unit-16: 确认", "已报送", "coordinator: 哪几家已经交上来了", "已有2个单位", $"coordinator: {said}", answer);

    [Theory]
    [InlineData("今天来了几份", "4月2日（周四）报送的有1个单位|市文化和旅游局", "昨天呢", "4月1日（周三）没有单位报送")]
    [InlineData("今天谁报了", "4月2日（周四）报送的有1个单位", "一共呢", "!没有看懂")]
    public Task What_came_in_on_a_day(string said, string answer, string then, string onThat) => Talk.PlayedAsync(
        "2020-04-02 09:30", Culture, "请核对", "unit-9: 确认", "已报送", $"coordinator: {said}", answer, $"coordinator: {then}", onThat);

    [Theory]
    [InlineData("哪些家免报了", "没有免报的")]
    [InlineData("退回去的有几份，改好没", "没有退回待重报的")]
    [InlineData("has anyone been waived", "Nothing is waived")]
    [InlineData("which reports were sent back", "Nothing is waiting")]
    public Task Nothing_is_at_that_stage(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"coordinator: {said}", answer);

    [Fact]
    public Task Reports_by_their_stage() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-9: 进展：办了两期培训", "存在问题", "unit-9: 存草稿", "草稿", "coordinator: 有没有写了一半没交的", "有草稿、还没报送的有1个单位|市文化和旅游局第一项|!办了两期培训",
        "coordinator: 写到哪了让我看看", "市文化和旅游局第一项|!办了两期培训", "coordinator: 那算报了吗", "草稿不算报送",
        Securities, "请核对", "unit-16: 确认", "已报送", "coordinator: 证监局退回，缺数据", "退回", "coordinator: 确认", "已退回", "coordinator: 退回去的有几份", "退回后还没重报的有1个单位、1项|天津证监局第一项",
        "coordinator: 人行这季度免报，系统迁移", "免报", "coordinator: 确认", "已免报", "coordinator: 谁免报了", "免报的有1个单位、1项|人民银行天津分行第一项");

    [Fact]
    public Task Accepted_ones_are_counted() => Talk.PlayedAsync(
        "2020-04-02 10:00", Securities, "请核对", "unit-16: 确认", "已报送", "coordinator: 证监局写的还行，通过", "审核通过|!调研了5家券商", "coordinator: 确认", "已审核通过", "coordinator: 现在通过了几份", "1个单位的内容审核通过");

    [Fact]
    public Task Who_was_late_and_by_how_much() => Talk.PlayedAsync(
        "2020-04-07 09:30", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 谁是过了期才报的", "市文化和旅游局|晚4天", "coordinator: 晚了几天", "市文化和旅游局|晚4天，合1个工作日|!逾期未报的有");

    [Theory]
    [InlineData("7月3号截止的那批，是哪个季度", "2020年第二季度|2020-07-03")]
    [InlineData("which quarter is due on 12 October", "Q3 2020")]
    [InlineData("今年一共几个报告期", "2020-04-03|2020-07-03|2020-10-12|2021-01-06")]
    [InlineData("how many working days left till q2 is due", "62 working days")]
    [InlineData("提醒都是按什么节奏发的", "提醒节点")]
    [InlineData("五一期间发提醒吗", "周末和节假日不发")]
    [InlineData("现在什么进度", "报送率")]
    [InlineData("智能网联汽车测试谁负责", "市交通运输委|!管理员")]
    [InlineData("催了几家了今天", "!确认发送吗")]
    [InlineData("催一下那个委", "请问要催哪个单位")]
    public Task Asked_by_the_office(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"coordinator: {said}", answer);

    [Fact]
    public Task Another_subject_after_a_search() => Talk.PlayedAsync("2020-04-07 10:00", "coordinator: 车联网那块是哪家在弄", "市工业和信息化局", "coordinator: 刷脸支付呢", "人民银行天津分行|!市工业和信息化局");

    [Theory]
    [InlineData("怎么给单位延期", "延期：|撤销|!请问是哪个单位")]
    [InlineData("how do I send something back to a unit?", "Send back:|undo")]
    [InlineData("如何群发通知", "发通知：")]
    public Task How_a_thing_is_done(string said, string answer) => Talk.PlayedAsync("2020-04-07 10:00", $"coordinator: {said}", answer, $"leader: {said}", "!延期：|!Send back:|!发通知：");

    [Theory]
    [InlineData("算了只给交通委", "市交通运输委|!市发展改革委")]
    [InlineData("那就只给交通委吧", "市交通运输委|!市发展改革委")]
    [InlineData("just Transport", "市交通运输委|!市发展改革委")]
    public Task Fewer_units_than_were_shown(string said, string answer) => Talk.PlayedAsync("2020-04-02 10:00", "coordinator: 交通委和发改委都延三天", "2个单位", $"coordinator: {said}", answer, "coordinator: 是", $"已延期|{answer}");

    [Theory]
    [InlineData("第一项不缓", "第二项|第三项|!第一项：")]
    [InlineData("除了第二项", "第一项|第三项|!第二项：")]
    [InlineData("第二项延，第一项不延", "第二项|第三项|!第一项：")]
    public Task Fewer_tasks_than_were_shown(string said, string answer) => Talk.PlayedAsync("2020-04-02 10:00", "coordinator: 能不能给合作办缓到下周五", "第一项|第二项|第三项", $"coordinator: {said}", answer, "coordinator: 行", "已延期");

    [Theory]
    [InlineData("一季度可以关了吧", "先不关")]
    [InlineData("逾期以后改成每3个工作日提醒一次", "还是别改了")]
    public Task It_is_dropped(string said, string drop) => Talk.PlayedAsync("2020-05-11 10:00", $"coordinator: {said}", "!已取消", $"coordinator: {drop}", "已取消");

    [Fact]
    public Task A_reason_before_the_order_and_a_day_behind_it() => Talk.PlayedAsync(
        "2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅的成效太虚，让他们重写", "退回修改|理由：成效太虚|!导览上线", "coordinator: 下周一前给我", "2020-04-13|理由：成效太虚", "coordinator: 确定", "已退回|2020-04-13");

    [Fact]
    public Task A_day_is_no_reason() => Talk.PlayedAsync(
        "2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅的退回去", "理由", "coordinator: 周五前给我", "理由|!理由：周五", "coordinator: 没有数字", "2020-04-10|理由：没有数字");

    [Fact]
    public Task A_statement_before_the_order_is_its_reason() => Talk.PlayedAsync("2020-04-02 10:00", "coordinator: 工信局报的项多，给他们宽限到10号", "2020-04-10|!尚未报送");

    [Fact]
    public Task An_urging_carries_the_words_that_go_with_it() => Talk.PlayedAsync(
        "2020-04-07 14:00", "coordinator: 没交的全部催办，就说：市领导周四要看，请今天下班前报来", "16人|附上您的话：“市领导周四要看，请今天下班前报来”", "coordinator: 内容是什么", "牵头部门留言：“市领导周四要看，请今天下班前报来”", "coordinator: 发出", "已催办16人");

    [Fact]
    public Task Words_are_added_at_the_preview() => Talk.PlayedAsync(
        "2020-04-07 14:00", "coordinator: 催一下教委", "市教委联络员|!附上", "coordinator: 就说：周四要开会", "附上您的话：“周四要开会”|市教委联络员", "coordinator: 取消", "已取消");

    [Fact]
    public Task A_unit_that_is_added_is_no_words() => Talk.PlayedAsync("2020-04-07 14:00", "coordinator: urge education", "市教委联络员", "coordinator: ok, add commerce", "市教委联络员|市商务局联络员|!With your words");

    [Fact]
    public Task A_reason_may_speak_of_a_day() => Talk.PlayedAsync(
        "2020-04-07 10:00", Culture, "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅的退回去", "理由", "coordinator: 周五的数据不对", "理由：周五的数据不对");

    [Theory]
    [InlineData("who has a draft", "Nobody has a draft")]
    [InlineData("what came in today", "Nobody reported on")]
    public Task Stages_in_English(string said, string answer) => Talk.PlayedAsync("2020-04-02 10:00", $"coordinator: {said}", answer);

    [Fact]
    public Task One_quarter_beside_another() => Talk.PlayedAsync("2020-07-06 10:00", "leader: 二季度按时率多少", "第二季度", "leader: 一季度的对比一下", "2020年第一季度|2020年第二季度|!操作记录");

    [Fact]
    public Task And_for_the_other_quarter() => Talk.PlayedAsync("2020-04-07 10:00", "leader: who hasn't reported yet", "16 units", "leader: and for the second qtr", "2020-07-03");

    [Fact]
    public Task Nobody_else_has_problems() => Talk.PlayedAsync(
        "2020-04-02 15:00", Securities, "请核对", "unit-16: 确认", "已报送", "leader: any problems raised by the units?", "数据口径不一", "leader: anyone else?", "Nobody else|!never opened");

    [Fact]
    public Task The_day_of_the_unit_that_has_more_time() => Talk.PlayedAsync(
        "2020-04-02 10:00", "coordinator: 金融局延到8号，正在核数", "2020-04-08", "coordinator: 确认", "已延期", "leader: 有哪些单位延期了", "市金融局", "leader: 延了之后几号要", "2020-04-08|市金融局");

    [Fact]
    public Task The_problems_of_all_after_one_unit() => Talk.PlayedAsync(
        "2020-04-02 15:00", Securities, "请核对", "unit-16: 确认", "已报送", "coordinator: 人行报了没", "人民银行天津分行", "coordinator: 各家都有啥困难", "天津证监局|数据口径不一");

    [Fact]
    public Task An_objection_is_asked_about() => Talk.PlayedAsync(
        "2020-04-02 10:00", "unit-13: 第三项不归我们，是商务局的", "请", "unit-13: 确认", "已转告", "coordinator: 合作办咋回事，说不归他们？", "第三项|商务局的");
}
