namespace PlanBot.Tests.Dialogs;

/// <summary>Contacts who were told nothing: tasks by their subject, nothing new for some of them, a yes in their own words, corrections without a command, questions between two answers.</summary>
public sealed class ContactFirstTryTests
{
    private const string Day = "2020-04-01 10:00";

    private const string Labelled = "进展：检查企业40家。问题：无。成效：整改12处。下一步：回头看";

    [Theory]
    [InlineData("unit-4", "一、三、五项本季没有新进展，二和四我回头单报", "第一项：|第三项：|第五项：|没有新进展|!第二项：|!第四项：")]
    [InlineData("unit-4", "第一、三、五项没有新进展，第二项和第四项之后再报", "第一项：|第三项：|第五项：|!第二项：|!第四项：")]
    [InlineData("unit-4", "第二项和第四项下午报，其余没有新进展", "第一项：|第三项：|第五项：|!第二项：|!第四项：")]
    [InlineData("unit-4", "除了第二项，其他几项都没有新进展", "第一项：|第三项：|第四项：|第五项：|!第二项：")]
    [InlineData("unit-4", "Tasks 1, 3 and 5: nothing new this quarter. Tasks 2 and 4 will follow tomorrow", "Task 1:|Task 3:|Task 5:|!Task 2:|!Task 4:")]
    [InlineData("unit-4", "No progress this quarter except task 2", "Task 1:|Task 3:|Task 4:|Task 5:|!Task 2:")]
    [InlineData("unit-13", "招商图谱那项没有新进展，另外两项回头报", "第二项：|!第一项：|!第三项：")]
    public Task Nothing_new_for_some_tasks_only(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Theory]
    [InlineData("其余两条本季度没什么新进展")]
    [InlineData("另外两项没有新进展")]
    [InlineData("剩下的没有新进展")]
    public Task A_task_that_is_objected_to_is_not_among_the_others(string said) => Talk.PlayedAsync(
        Day, "unit-5: 第二条不该我们报，是工信局的事", "请回复“确认”", "unit-5: 确认", "已转告", $"unit-5: {said}", "请核对|第一项：|第三项：|!第二项：");

    [Theory]
    [InlineData("等等，展会签约那项有。进展：协调解决3个项目的用电问题。问题：无。成效：1个项目投产。下一步：继续跟进。")]
    [InlineData("不对，第三项有的。进展：协调解决3个项目的用电问题。问题：无。成效：1个项目投产。下一步：继续跟进。")]
    [InlineData("展会签约项目：进展：协调解决3个项目的用电问题。问题：无。成效：1个项目投产。下一步：继续跟进。")]
    public Task One_task_has_something_after_all(string said) => Talk.PlayedAsync(
        Day, "unit-13: 我办三项任务本季度均无新进展。", "请核对", $"unit-13: {said}", "第一项：|第二项：|均无新进展|第三项：|协调解决3个项目|继续跟进",
        "unit-13: 对，另外两项还是没有", "已报送|共3项|!接着办理", "unit-13: 我报了什么", "无新进展|协调解决3个项目");

    [Theory]
    [InlineData("unit-7", "那就按没有进展报，只报论坛这一项", "第二项：|!第一项：")]
    [InlineData("unit-7", "只有论坛那项没有新进展", "第二项：|!第一项：")]
    [InlineData("unit-7", "论坛这一项按无进展报", "第二项：|!第一项：")]
    public Task Nothing_new_for_one_named_by_its_subject(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Theory]
    [InlineData("unit-7", "研究机构的：进展情况：与2个团队谈了意向。存在的问题：场地没落实。工作成效：形成初稿。下步打算：5月考察。", "请核对|第一项：|谈了意向|!研究机构的")]
    [InlineData("unit-7", "The first. Progress: we visited two institutes. Problems: budget unclear. Results: one letter of intent. Next: visit in June", "Task 1:|Progress: we visited two institutes|!Task 2:|!The first")]
    [InlineData("unit-7", "the second one: Progress: programme drafted. Problems: none. Results: 12 speakers. Next: invitations", "Task 2:|Progress: programme drafted|!Task 1:")]
    [InlineData("unit-8", "实体零售这项\n干了啥：带12家商场看了样板\n卡在哪：改造贵\n有啥效果：4家签了协议\n接着干啥：争取补贴", "请核对|第一项：|工作进展情况：带12家商场看了样板|存在问题：改造贵|取得成效：4家签了协议|下一步工作：争取补贴|!第二项：")]
    [InlineData("unit-8", "智能仓储那块：进展：完成选址。问题：无。成效：签约4家。下一步：开工", "请核对|第二项：|工作进展情况：完成选址|!第一项：")]
    [InlineData("unit-10", "健康数据中心那项先写个开头吧，进展：机房完成招标。剩下的我得问处室", "第二项|存在问题|!请问这些内容")]
    [InlineData("unit-1", "先报创新中心的。进展：可研获批。问题：资金没到位。成效：落户3家。下一步：5月动工。", "请核对|第一项：|可研获批|!第二项：")]
    [InlineData("unit-1", "一季度创新中心：进展：可研获批。问题：无。成效：落户3家。下一步：5月动工。", "请核对|第一项：|可研获批|!第二项：")]
    [InlineData("unit-2", "课程教学这项：1、12所高校改了大纲。2、疫情期间实验课开不了。3、选课学生3.1万人次。4、返校后补课。", "请核对|第三项：|工作进展情况：12所高校改了大纲|存在问题：疫情期间实验课开不了|取得成效：选课学生3.1万人次|下一步工作：返校后补课")]
    public Task A_task_is_named_by_what_it_is_about(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Theory]
    [InlineData("unit-11", "进展-首批9个项目通过评审；问题-材料补得慢；成效-拟资助180万元；下一步-5月底前兑付", "工作进展情况：首批9个项目通过评审|存在问题：材料补得慢|取得成效：拟资助180万元|下一步工作：5月底前兑付")]
    [InlineData("unit-11", "进展呢是受理了14家企业申请问题是部分标准还没立项效果嘛初步看有5项标准能支持智能制造下一步呢4月底组织专家评审", "工作进展情况：受理了14家企业申请|存在问题：部分标准还没立项|取得成效：初步看有5项|下一步工作：4月底组织专家评审")]
    [InlineData("unit-14", "Achieved: 21 new self service points. Problem: some districts do not cooperate. Result: 88 percent go online. Plan: connect the tax data", "Progress: 21 new self service points|!Achieved")]
    [InlineData("unit-15", "Progress made - 3 banks upgraded. Difficulty - merchants closed. Effect - alarm is earlier. Next work - test in hospitals", "Next steps: test in hospitals")]
    [InlineData("unit-15", "Progress - 3 banks upgraded. Trouble - merchants closed. Outcome - alarm is earlier. Next step - test in hospitals", "Progress: 3 banks upgraded|Problems: merchants closed|Results: alarm is earlier|Next steps: test in hospitals")]
    public Task Labels_as_people_write_them(string unit, string said, string answer) => Talk.PlayedAsync(Day, $"{unit}: {said}", answer);

    [Fact]
    public Task A_letter_with_its_tasks_as_headings() => Talk.PlayedAsync(
        Day,
        """
        unit-6: 交函〔2020〕38号\n关于报送2020年一季度重点任务进展情况的函\n市工业和信息化局：\n    现将我委承担的两项任务进展情况函告如下：\n一、关于测试道路和专用测试场\n（一）工作进展。新增开放测试道路2条。\n（二）存在问题。用地手续办理较慢。\n（三）取得成效。累计开放里程24公里。\n（四）下一步工作。6月底前完成场地平整。\n二、关于智能网联汽车测试监管平台\n（一）工作进展。已推送两类基础数据。\n（二）存在问题。无。\n（三）取得成效。平台接入车辆15辆。\n（四）下一步工作。补充地图数据。\n    专此函告。\n市交通运输委\n2020年4月2日\n（联系人：张工，电话：00000000）
        """.Replace("\\n", "\n", StringComparison.Ordinal),
        "请核对|第一项：|工作进展情况：新增开放测试道路2条|存在问题：用地手续办理较慢|第二项：|工作进展情况：已推送两类基础数据|取得成效：平台接入车辆15辆|下一步工作：补充地图数据|!38号|!关于|!函告|!张工");

    [Theory]
    [InlineData("没毛病")]
    [InlineData("嗯 都报上去")]
    [InlineData("好了报吧")]
    [InlineData("可以发了")]
    [InlineData("赶紧提交")]
    [InlineData("也没毛病，发")]
    [InlineData("没错，报送")]
    [InlineData("就按这个报上去吧")]
    [InlineData("行，交了吧")]
    [InlineData("妥了，发出去")]
    [InlineData("没意见，提交")]
    [InlineData("嗯嗯好的，帮我交了")]
    public Task A_yes_in_their_own_words(string said) => Talk.PlayedAsync(Day, $"unit-9: {Labelled}", "请核对", $"unit-9: {said}", "已报送");

    [Theory]
    [InlineData("then please deliver it")]
    [InlineData("ok then hand it in")]
    [InlineData("yes please forward it")]
    [InlineData("alright, off it goes")]
    [InlineData("fine by me, go")]
    [InlineData("you can submit this")]
    public Task An_English_yes_in_their_own_words(string said) => Talk.PlayedAsync(
        Day, "unit-9: Progress: 40 guides trained. Problems: none. Results: 12 certified. Next: two more courses", "Please check", $"unit-9: {said}", "Filed");

    [Theory]
    [InlineData("先别报")]
    [InlineData("报之前我再看看")]
    [InlineData("报了没")]
    [InlineData("都没问题吗")]
    [InlineData("交给处长看")]
    [InlineData("发给谁")]
    [InlineData("do not submit it")]
    [InlineData("not yet")]
    public Task What_is_no_yes_files_nothing(string said) => Talk.PlayedAsync(Day, $"unit-9: {Labelled}", "请核对", $"unit-9: {said}", "!已报送|!Filed");

    private const string Three = "①进展：新增贷款38亿元；问题：抵押物不足；成效：服务企业210户；计划：5月评价\n②进展：母基金新设子基金2支；问题：出资偏慢；成效：带动项目4个；计划：二季度完成出资\n③进展：走访拟上市企业9家；问题：无；成效：2家进入辅导；计划：办一期培训";

    [Theory]
    [InlineData("第二条子基金是3支", "母基金新设子基金3支|出资偏慢|!2支")]
    [InlineData("第二项子基金应该是3支", "母基金新设子基金3支|!2支")]
    [InlineData("子基金是3支", "母基金新设子基金3支|!2支")]
    [InlineData("拟上市企业是11家", "走访拟上市企业11家|!9家")]
    [InlineData("第一项服务的是230户", "服务企业230户|新增贷款38亿元|!210户")]
    [InlineData("贷款那个是40亿元", "新增贷款40亿元|!38亿元")]
    [InlineData("第三项的问题无改成缺辅导机构", "缺辅导机构|抵押物不足")]
    [InlineData("第一项的抵押物不足改成抵押物和担保不足", "存在问题：抵押物和担保不足|新增贷款38亿元|!项的抵押物")]
    public Task A_figure_is_put_right_at_the_summary(string said, string answer) => Talk.PlayedAsync(Day, $"unit-12: {Three}", "请核对|第一项：|第二项：|第三项：", $"unit-12: {said}", $"请核对|{answer}");

    [Theory]
    [InlineData("wait, 19 cars", "platform shows 19 cars|!15 cars")]
    [InlineData("also add in problems: old system is slow", "Problems: land is not approved\nold system is slow|Progress: two roads opened")]
    [InlineData("add to problems: old system is slow", "land is not approved\nold system is slow")]
    [InlineData("one more problem: old system is slow", "land is not approved\nold system is slow|Progress: two roads opened")]
    [InlineData("sorry it was three roads, change pls", "three roads opened|!two roads")]
    public Task An_English_text_is_put_right_at_the_summary(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-9: Progress: two roads opened. Problems: land is not approved\nResults: platform shows 15 cars\nNext steps: add accident data", "Please check", $"unit-9: {said}", $"Please check|{answer}");

    [Theory]
    [InlineData("in the second it should be 19 cars, not 15")]
    [InlineData("in task 2 it should be 19 cars, not 15")]
    [InlineData("task 2: 19 cars, not 15")]
    public Task A_figure_of_one_of_two_tasks_is_put_right(string said) => Talk.PlayedAsync(
        Day, "unit-6: 1) Test roads\nProgress: two more roads\nProblems: no land\nResults: 15 firms test\nNext steps: finish in May\n2) Supervision platform\nProgress: traffic data delivered\nProblems: none\nResults: platform shows 15 cars\nNext steps: add accident data",
        "Task 1:|Task 2:", $"unit-6: {said}", "platform shows 19 cars|15 firms test");

    [Theory]
    [InlineData("问题第2条删了吧，领导不爱看", "1.商户改造成本高；|标准未统一|!老年人|!领导")]
    [InlineData("把问题里的第二条去掉", "商户改造成本高|标准未统一|!老年人")]
    [InlineData("删掉问题的第二点", "商户改造成本高|标准未统一|!老年人")]
    [InlineData("老年人不太会用这条不要了", "商户改造成本高|标准未统一|!老年人")]
    public Task A_point_is_taken_out_of_a_section(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-9: 进展：完成验收。问题：1.商户改造成本高；2.老年人不太会用；3.标准未统一。成效：覆盖1200家。下一步：扩大到公交。", "请核对", $"unit-9: {said}", $"请核对|{answer}|完成验收|覆盖1200家");

    [Theory]
    [InlineData("180万应为150万，两处都改", "拟资助150万元|兑付150万元|!180")]
    [InlineData("180万都改成150万", "拟资助150万元|兑付150万元|!180")]
    [InlineData("把180万全部换成150万", "拟资助150万元|兑付150万元|!180")]
    public Task A_figure_is_put_right_everywhere(string said, string answer) => Talk.PlayedAsync(
        Day, "unit-9: 进展：首批9个项目通过评审。问题：材料补得慢。成效：拟资助180万元。下一步：5月底前兑付180万元", "请核对", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("哎报错地方了，这个是第三项数据共享场景的")]
    [InlineData("错了，这是数据共享场景那项的")]
    [InlineData("这些应该放到第三项")]
    public Task A_report_belongs_to_another_task(string said) => Talk.PlayedAsync(
        Day, "unit-5: 大数据平台：进展：开放两类数据集。问题：部门不愿给。成效：2家企业做出应用。下一步：再开放民政数据。", "第一项：", $"unit-5: {said}", "请核对|第三项：|开放两类数据集|!第一项：");

    [Theory]
    [InlineData("成效要不要附证明材料啊", "!记下了|请填写")]
    [InlineData("这个要写多少字", "!记下了|请填写")]
    [InlineData("这通知有不明白的打哪个电话问", "科技处|00000000|请填写|!记下了")]
    [InlineData("有问题找谁", "科技处|请填写|!记下了")]
    [InlineData("还欠你们啥不", "!记下了")]
    [InlineData("刚才写的你都存上了吧", "!记下了")]
    [InlineData("能不能发个附件", "!记下了|请填写")]
    public Task A_question_between_two_answers_is_no_text(string said, string answer) => Talk.PlayedAsync(Day, "unit-9: 进展：给讲解员开了6期网课", "存在问题", $"unit-9: {said}", answer);

    [Theory]
    [InlineData("超算样机那项的数要等国家中心给，能不能缓到4月9号", "第三项：|4月9日|!第一项：|!第二项：")]
    [InlineData("第三项想延到4月9号，数要等国家中心给", "第三项：|4月9日|!第一项：")]
    [InlineData("可以把超级计算机那项延到4月9日吗，数据还没到", "第三项：|4月9日|!第一项：")]
    public Task More_time_for_one_task_named_by_its_subject(string said, string answer) => Talk.PlayedAsync(Day, $"unit-3: {said}", answer);

    [Theory]
    [InlineData("就第三项延，另外两项照常")]
    [InlineData("只延第三项")]
    [InlineData("不是，就超算样机那一项")]
    public Task At_the_request_it_is_said_which_task_is_meant(string said) => Talk.PlayedAsync(
        Day, "unit-3: 申请延到4月9号，数据还没到", "第一项：|第三项：", $"unit-3: {said}", "第三项：|!第一项：|!第二项：|!已提交");

    [Theory]
    [InlineData("一季度那份没被盖掉吧", "第一季度|已报")]
    [InlineData("so nothing went out?", "has reported|0 of 1")]
    [InlineData("刚才那些没发出去吧？", "已报0项|!只能查看")]
    [InlineData("还欠你们啥不", "未报|截止")]
    public Task Whether_something_went_out_is_answered(string said, string answer) => Talk.PlayedAsync(Day, $"unit-9: {said}", answer);

    [Theory]
    [InlineData("actually make it 4")]
    [InlineData("make it 4pm")]
    [InlineData("no, 4 o'clock")]
    public Task A_snooze_is_moved(string said) => Talk.PlayedAsync(
        "2020-03-31 10:20", "unit-7: in a meeting now, can you ping me tomorrow 2pm instead", "2020-04-01 14:00", $"unit-7: {said}", "2020-04-01 16:00");

    [Theory]
    [InlineData("引导基金那项我今晚要是报了，明天还催不催")]
    [InlineData("报了以后还会提醒吗")]
    [InlineData("要是今晚交了，明早还提醒不")]
    public Task Whether_reminders_stop_is_no_snooze(string said) => Talk.PlayedAsync("2020-04-02 10:00", "unit-1: 明天上午十点再提醒我", "2020-04-03 10:00", $"unit-1: {said}", "!再提醒您|报");

    [Theory]
    [InlineData("退回来是因为啥？什么时候要", "成效太虚|4月8日")]
    [InlineData("为什么退回来", "成效太虚")]
    [InlineData("怎么退回来了", "成效太虚")]
    [InlineData("why was it sent back", "成效太虚")]
    public Task Why_it_was_returned(string said, string answer) => Talk.PlayedAsync(
        "2020-04-02 10:00", $"unit-9: {Labelled}", "请核对", "unit-9: 确认", "已报送", "coordinator: 文旅局那份退回去，成效太虚没有数字", "成效太虚", "coordinator: 确认", "已退回", $"unit-9: {said}", answer);

    [Fact]
    public async Task Only_the_named_task_is_carried_over()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.SayAllAsync(
            "unit-8", "实体零售：进展：对接商场18家。问题：企业缺资金。成效：5家门店用上智能客流系统。下一步：评选示范店。智能仓储：进展：2个配送中心用上射频识别。问题：无。成效：分拣提速。下一步：接入库存系统。", "确认");
        await talk.MoveToAsync("2020-07-01 10:00");

        await talk.PlayAsync("unit-8: 实体零售那项跟上季度一样", "第二季度|第一项：|对接商场18家|!第二项：", "unit-8: 哦成效不一样，门店是9家了", "9家门店用上|!5家门店");
    }

    [Theory]
    [InlineData("领导改好了，以这个为准。进展：指导8家银行改造。问题：标准有待统一。成效：准确率到96%。下一步：起草指引。")]
    [InlineData("之前那版不要了。进展：指导8家银行改造。问题：标准有待统一。成效：准确率到96%。下一步：起草指引。")]
    public Task A_new_version_takes_the_draft_s_place(string said) => Talk.PlayedAsync(
        Day, "unit-15: 进展：刷脸支付改造完成6家行，问题：商户积极性不高", "取得成效", "unit-15: 算了先不报，领导要看一遍", "已存为草稿", $"unit-15: {said}", "请核对|指导8家银行改造|!6家行|!为准|!不要了");

    [Theory]
    [InlineData("再给我看一遍")]
    [InlineData("我再看一下")]
    [InlineData("show it again please")]
    public Task The_summary_is_shown_again(string said) => Talk.PlayedAsync(Day, $"unit-9: {Labelled}", "请核对", $"unit-9: {said}", "检查企业40家|!没有看懂|!did not", "unit-9: 行，交", "已报送");

    [Fact]
    public async Task A_closed_quarter_is_not_opened_for_a_wish()
    {
        await using var talk = await Talk.StartAsync("2020-04-02 10:00");
        await talk.SayAllAsync("unit-9", Labelled, "确认");
        await talk.MoveToAsync("2020-07-01 10:00");

        await talk.PlayAsync("unit-9: 一季度那份企业数写错了，应该是44家，帮我改一下", "2020年第一季度已经关闭");
    }

    [Theory]
    [InlineData("ok then put no new progress this quarter", "Progress: No new progress this quarter")]
    [InlineData("for Q1 there was no progress, file it like this", "Progress: for Q1 there was no progress\n")]
    public Task What_is_said_around_a_nil_report_is_no_text(string said, string answer) => Talk.PlayedAsync(Day, $"unit-9: {said}", answer);

    [Theory]
    [InlineData("昨天那个接着来。问题：各医院接口不统一。成效：日均阅片400例。下一步：5月接入")]
    [InlineData("问题：各医院接口不统一。成效：日均阅片400例。下一步：5月接入")]
    public Task What_a_draft_lacks_goes_into_it(string said) => Talk.PlayedAsync(
        Day, "unit-10: 健康数据中心那项先写个开头吧，进展：机房完成招标。剩下的我得问处室", "存在问题", "unit-10: 先存着，明天补", "已存为草稿", $"unit-10: {said}", "请核对|第二项：|机房完成招标|接口不统一|日均阅片400例|!处室|!第一项：", "unit-10: 报", "已报送");

    [Fact]
    public Task Which_figure_is_meant_is_said_before_anything_is_filed() => Talk.PlayedAsync(
        Day, "unit-9: Progress: 3 teams set up. Problems: none. Results: 5 teams trained. Next: go on", "Please check", "unit-9: sorry, it is 4 teams", "Which one|3 teams|5 teams", "unit-9: fine, send", "!Filed");

    [Theory]
    [InlineData("wait, it was two teams who got the grant. change pls")]
    [InlineData("sorry, two teams got the grant")]
    public Task A_figure_in_words_is_put_right(string said) => Talk.PlayedAsync(
        Day, "unit-9: progress: 14 young scholars hired, 3 teams set up. problems: visas are stuck. results: one team got a national grant. next: online interviews in May", "Please check", $"unit-9: {said}", "3 teams set up|two team");

    [Theory]
    [InlineData("昨天报的金额错了，180万应为150万，两处都改")]
    [InlineData("刚才报的数不对，180万都改成150万")]
    public Task After_filing_a_figure_is_put_right_everywhere(string said) => Talk.PlayedAsync(
        Day, "unit-9: 进展：首批9个项目通过评审。问题：材料补得慢。成效：拟资助180万元。下一步：5月底前兑付180万元", "请核对", "unit-9: 确认", "已报送", $"unit-9: {said}", "请核对|拟资助150万元|兑付150万元", "unit-9: 就改这两处，确认", "第2版");

    [Fact]
    public Task A_yes_and_a_question() => Talk.PlayedAsync(Day, "unit-1: 创新中心：进展：动工。问题：无。成效：5家。下一步：封顶。", "请核对", "unit-1: 报。引导基金还差几个季度的", "已报送|第二项");
}
