<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>What to look for</source>
        <translation>看点</translation>
    </message>
    <message>
        <source>Show or hide the scenario's text</source>
        <translation>显示或隐藏场景说明</translation>
    </message>
</context><context>
    <name>Actions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>一行(&amp;L)</translation>
    </message>
    <message>
        <source>Run the next line of the update</source>
        <translation>运行这次更新的下一行</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation>一次更新(&amp;U)</translation>
    </message>
    <message>
        <source>Run to the end of the update: one change of the parameters</source>
        <translation>运行到这次更新结束：参数改变一次</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Run to the end of the pass over the training data</source>
        <translation>运行到训练数据全部用过一遍</translation>
    </message>
    <message>
        <source>Line &amp;back</source>
        <translation>后退一行(&amp;B)</translation>
    </message>
    <message>
        <source>Go back by one line, exactly to what was there</source>
        <translation>后退一行，与当时的状态完全相同</translation>
    </message>
    <message>
        <source>Update b&amp;ack</source>
        <translation>后退一次更新(&amp;A)</translation>
    </message>
    <message>
        <source>Go back to the end of the update before</source>
        <translation>回到上一次更新结束时</translation>
    </message>
    <message>
        <source>Epoch ba&amp;ck</source>
        <translation>后退一轮(&amp;C)</translation>
    </message>
    <message>
        <source>Go back to the end of the pass over the training data before</source>
        <translation>回到上一轮训练数据用完时</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>回到最新(&amp;N)</translation>
    </message>
    <message>
        <source>Return from the past to where the run ends</source>
        <translation>从过去回到运行的末端</translation>
    </message>
    <message>
        <source>Go to an up&amp;date…</source>
        <translation>转到某次更新…(&amp;D)</translation>
    </message>
    <message>
        <source>Type the update to stand at: 1234, +100, -100, or e12 for the end of epoch 12</source>
        <translation>输入要到达的更新：1234、+100、-100，或 e12（第 12 轮之末）</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run updates until paused</source>
        <translation>连续运行更新，直到暂停</translation>
    </message>
    <message>
        <source>Run bac&amp;k</source>
        <translation>往回运行(&amp;K)</translation>
    </message>
    <message>
        <source>Run backward to where a breakpoint last held</source>
        <translation>往回运行，直到上一处满足断点的地方</translation>
    </message>
    <message>
        <source>&amp;Toggle breakpoint</source>
        <translation>设置或取消断点(&amp;T)</translation>
    </message>
    <message>
        <source>Have runs stop after the selected line, else the lit one; or no longer</source>
        <translation>让运行在所选的行（未选则为高亮的行）之后停下；再按则取消</translation>
    </message>
    <message>
        <source>S&amp;witch breakpoint off or on</source>
        <translation>停用或启用断点(&amp;W)</translation>
    </message>
    <message>
        <source>Keep the selected or lit line's breakpoint, but stop there no longer; or again</source>
        <translation>保留所选或高亮那一行的断点，但不再停下；再按则恢复</translation>
    </message>
    <message>
        <source>Clear breakpo&amp;ints</source>
        <translation>清除断点(&amp;I)</translation>
    </message>
    <message>
        <source>Take all breakpoints away</source>
        <translation>取消所有断点</translation>
    </message>
    <message>
        <source>Watch the selected nu&amp;mber</source>
        <translation>监视所选的数(&amp;M)</translation>
    </message>
    <message>
        <source>Chart the selected cell over the run, what happened before included</source>
        <translation>把所选的格在整个运行中画成曲线，包括以前的</translation>
    </message>
    <message>
        <source>Re&amp;start</source>
        <translation>重新开始(&amp;S)</translation>
    </message>
    <message>
        <source>Go back to the start, with the same initial weights</source>
        <translation>回到起点，初始权重不变</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change of data or settings back</source>
        <translation>撤销上一次对数据或设置的修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the undone change again</source>
        <translation>重做被撤销的修改</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Let the views follow the line that has just run</source>
        <translation>让各视图跟随刚运行的那一行</translation>
    </message>
    <message>
        <source>Pu&amp;blished examples</source>
        <translation>已发表的示例(&amp;B)</translation>
    </message>
    <message>
        <source>Worked examples from books and articles, their authors' figures beside ours</source>
        <translation>书和文章中的示例，作者给出的数与这里的数并列</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>对比(&amp;P)</translation>
    </message>
    <message>
        <source>Train other sessions beside this one, on the same axes</source>
        <translation>在这个会话旁边训练其他会话，画在同一坐标上</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开…(&amp;O)</translation>
    </message>
    <message>
        <source>Open a session or a scenario</source>
        <translation>打开会话或场景</translation>
    </message>
    <message>
        <source>Open da&amp;ta…</source>
        <translation>打开数据…(&amp;T)</translation>
    </message>
    <message>
        <source>Take samples from a CSV, TSV, NPZ, NPY or IDX file</source>
        <translation>从 CSV、TSV、NPZ、NPY 或 IDX 文件读取样本</translation>
    </message>
    <message>
        <source>&amp;Draw your own data</source>
        <translation>绘制自己的数据(&amp;D)</translation>
    </message>
    <message>
        <source>Begin with an empty plane, and draw samples with the mouse</source>
        <translation>从空白平面开始，用鼠标绘制样本</translation>
    </message>
    <message>
        <source>&amp;Paste data</source>
        <translation>粘贴数据(&amp;P)</translation>
    </message>
    <message>
        <source>Take samples that have been copied from a spreadsheet</source>
        <translation>使用从电子表格复制的样本</translation>
    </message>
    <message>
        <source>Open Play&amp;ground link…</source>
        <translation>打开 Playground 链接…(&amp;G)</translation>
    </message>
    <message>
        <source>Open a link of TensorFlow Playground, and see what of it is carried over</source>
        <translation>打开 TensorFlow Playground 的链接，并看到其中哪些被沿用</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the session: the run with its edits and branches, to be resumed</source>
        <translation>保存会话：运行连同其修改和分支，以便以后继续</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为…(&amp;A)</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>用另一个名字保存会话</translation>
    </message>
    <message>
        <source>&amp;Export scenario…</source>
        <translation>导出场景…(&amp;E)</translation>
    </message>
    <message>
        <source>Save data, network and settings as a scenario file</source>
        <translation>把数据、网络和设置保存为场景文件</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存图片…(&amp;P)</translation>
    </message>
    <message>
        <source>Save the window as a PNG picture</source>
        <translation>把窗口保存为 PNG 图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close nnviz</source>
        <translation>关闭 nnviz</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Run more updates per second</source>
        <translation>每秒运行更多次更新</translation>
    </message>
    <message>
        <source>Sl&amp;ower</source>
        <translation>减慢(&amp;O)</translation>
    </message>
    <message>
        <source>Run fewer updates per second</source>
        <translation>每秒运行更少次更新</translation>
    </message>
    <message>
        <source>Samples as &amp;rows (X · W + b)</source>
        <translation>样本按行排列（X · W + b）(&amp;R)</translation>
    </message>
    <message>
        <source>Write the program for samples as rows, as scikit-learn and Keras do</source>
        <translation>程序按“一行一个样本”书写，与 scikit-learn、Keras 一致</translation>
    </message>
    <message>
        <source>The document's own &amp;symbols</source>
        <translation>使用原文的符号(&amp;S)</translation>
    </message>
    <message>
        <source>Write symbols as the scenario's source document does</source>
        <translation>按场景出处的原文书写符号</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen, with larger text for a projector</source>
        <translation>全屏显示，放大文字，适合投影</translation>
    </message>
    <message>
        <source>Reset the l&amp;ayout</source>
        <translation>恢复布局(&amp;A)</translation>
    </message>
    <message>
        <source>Show every panel at its first place</source>
        <translation>让所有面板回到最初的位置</translation>
    </message>
    <message>
        <source>&amp;Gradient check</source>
        <translation>梯度检查(&amp;G)</translation>
    </message>
    <message>
        <source>Check the update's gradients against central differences, and what it changed</source>
        <translation>用中心差分核对这次更新的梯度，并核对它改变了什么</translation>
    </message>
    <message>
        <source>&amp;Mistakes…</source>
        <translation>错误…(&amp;M)</translation>
    </message>
    <message>
        <source>Read about known mistakes, and make them on purpose</source>
        <translation>了解已知的错误，并故意制造它们</translation>
    </message>
    <message>
        <source>&amp;Break something</source>
        <translation>弄坏一处(&amp;B)</translation>
    </message>
    <message>
        <source>Make a mistake without saying which: find it with the debugger</source>
        <translation>制造一个错误，但不说是哪个：用调试器找出来</translation>
    </message>
    <message>
        <source>Give &amp;up</source>
        <translation>放弃(&amp;U)</translation>
    </message>
    <message>
        <source>Tell which mistake is hidden</source>
        <translation>说出藏着的是哪个错误</translation>
    </message>
    <message>
        <source>Check my &amp;code…</source>
        <translation>检查我的代码…(&amp;C)</translation>
    </message>
    <message>
        <source>Run your own backprop() in a process of its own and compare it line by line</source>
        <translation>在单独的进程中运行你自己的 backprop()，并逐行核对</translation>
    </message>
    <message>
        <source>Map of two &amp;settings</source>
        <translation>两项设置的扫描图(&amp;S)</translation>
    </message>
    <message>
        <source>Train the scenario for each pair of values of two settings: where does it fail?</source>
        <translation>对两项设置的每一对取值训练这个场景：在哪里会失败？</translation>
    </message>
    <message>
        <source>&amp;Keys and words</source>
        <translation>按键与术语(&amp;K)</translation>
    </message>
    <message>
        <source>Show the keys and what the words mean</source>
        <translation>显示按键说明和术语解释</translation>
    </message>
</context><context>
    <name>App</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context><context>
    <name>AxisRow</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>How many values</source>
        <translation>取多少个值</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Each value is the one before times a factor, rather than plus a difference</source>
        <translation>每个值是前一个乘以一个倍数，而不是加上一个差</translation>
    </message>
</context><context>
    <name>BatchRow</name>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How many samples one update sees: all the training samples, some, or one.</source>
        <translation>一次更新用多少个样本：全部训练样本、一部分，或只有一个。</translation>
    </message>
    <message>
        <source>“full”, or a whole number, 1 or more</source>
        <translation>“全部”，或不小于 1 的整数</translation>
    </message>
    <message>
        <source>full, {number}</source>
        <translation>全部，{number}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全部</translation>
    </message>
</context><context>
    <name>Boundary</name>
    <message>
        <source>Add sample %1</source>
        <translation>添加样本 %1</translation>
    </message>
    <message>
        <source>Draw samples: %1</source>
        <translation>绘制样本：%1</translation>
    </message>
    <message>
        <source>Move sample %1</source>
        <translation>移动样本 %1</translation>
    </message>
    <message>
        <source>Relabel sample %1</source>
        <translation>改变样本 %1 的类别</translation>
    </message>
    <message>
        <source>Remove sample %1</source>
        <translation>删除样本 %1</translation>
    </message>
    <message>
        <source>hatched: not a number</source>
        <translation>斜线处不是数</translation>
    </message>
    <message>
        <source>%1 of %2 samples drawn</source>
        <translation>画出 %2 个样本中的 %1 个</translation>
    </message>
    <message>
        <source>no samples in view · 0 shows all</source>
        <translation>视野内没有样本 · 按 0 显示全部</translation>
    </message>
    <message>
        <source>samples outside: %1</source>
        <translation>视野外的样本：%1</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>class %1, answered %2: %3 here; a click selects the next of them</source>
        <translation>类别 %1 判为 %2：共 %3 个；点击依次选择</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>on test samples</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>after update %1</source>
        <translation>第 %1 次更新后</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <source>with the parameters as they stand: %1</source>
        <translation>按当前参数：%1</translation>
    </message>
    <message>
        <source>classified wrongly</source>
        <translation>分类错误</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>(test)</source>
        <translation>（测试）</translation>
    </message>
    <message>
        <source>x: %1 inputs</source>
        <translation>x：%1 个输入</translation>
    </message>
    <message>
        <source>y: class %1</source>
        <translation>y：类别 %1</translation>
    </message>
    <message>
        <source>answer: class %1</source>
        <translation>预测：类别 %1</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>%1 of the sample's class</source>
        <translation>样本所属类别的 %1</translation>
    </message>
</context><context>
    <name>BoundaryPanel</name>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>Fitted surface</source>
        <translation>拟合曲面</translation>
    </message>
    <message>
        <source>Add, move, relabel and remove samples with the mouse; Undo takes it back</source>
        <translation>用鼠标添加、移动、删除样本或改变类别；可以撤销</translation>
    </message>
    <message>
        <source>Samples of more than two inputs have no place on the plot, so they cannot be edited here</source>
        <translation>样本的输入多于两个，无法在图上定位，所以不能在这里编辑</translation>
    </message>
    <message>
        <source>Not added: a new sample here would have no target.</source>
        <translation>没有添加：在这里新增的样本没有目标值。</translation>
    </message>
    <message>
        <source>Not relabelled: these samples have targets and no classes.</source>
        <translation>没有改变类别：这些样本只有目标值，没有类别。</translation>
    </message>
    <message>
        <source>Select a sample first: click it, or ↑ and ↓.</source>
        <translation>请先选择样本：点击它，或按 ↑ ↓。</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>无法做到：%1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show only the decision: full colours on either side of it</source>
        <translation>只显示判定结果：分界两侧用纯色</translation>
    </message>
    <message>
        <source>Only the decision</source>
        <translation>只显示判定</translation>
    </message>
    <message>
        <source>Show the test samples (hollow), which the network does not learn from</source>
        <translation>显示测试样本（空心），网络不从它们学习</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context><context>
    <name>BranchList</name>
    <message>
        <source>Branches; Enter goes to one, F2 renames it, Delete discards it</source>
        <translation>分支；Enter 转到，F2 改名，Delete 丢弃</translation>
    </message>
    <message>
        <source>Draw it on the loss plot</source>
        <translation>画在损失图上</translation>
    </message>
    <message>
        <source>Enter goes to it · F2 renames · Delete discards</source>
        <translation>Enter 转到 · F2 改名 · Delete 丢弃</translation>
    </message>
    <message>
        <source>A branch must have a name</source>
        <translation>分支必须有名字</translation>
    </message>
    <message>
        <source>Another branch has this name</source>
        <translation>另一个分支已有这个名字</translation>
    </message>
</context><context>
    <name>BranchMenu</name>
    <message>
        <source>&amp;Go to it	Enter</source>
        <translation>转到(&amp;G)	Enter</translation>
    </message>
    <message>
        <source>&amp;Rename	F2</source>
        <translation>改名(&amp;R)	F2</translation>
    </message>
    <message>
        <source>Draw on the &amp;loss plot</source>
        <translation>画在损失图上(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Discard	Del</source>
        <translation>丢弃(&amp;D)	Del</translation>
    </message>
</context><context>
    <name>Branches</name>
    <message>
        <source>branch %1</source>
        <translation>分支 %1</translation>
    </message>
</context><context>
    <name>BranchesMenu</name>
    <message>
        <source>Branc&amp;hes</source>
        <translation>分支(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>%1 · %2 updates</source>
        <translation>%1 · %2 次更新</translation>
    </message>
</context><context>
    <name>BreakpointRow</name>
    <message>
        <source>Whether runs stop here</source>
        <translation>运行是否在此停下</translation>
    </message>
    <message>
        <source>Take this breakpoint away</source>
        <translation>取消这个断点</translation>
    </message>
    <message>
        <source>Go to where it last stopped a run</source>
        <translation>转到它上次使运行停下的地方</translation>
    </message>
</context><context>
    <name>BreakpointsPanel</name>
    <message>
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>No others yet. Click beside a line of the program, or add a condition.</source>
        <translation>还没有别的断点。点击程序某一行的左侧，或添加一个条件。</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
</context><context>
    <name>CellEditor</name>
    <message>
        <source>“%1” is not a finite number. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>“%1”不是有限数。可接受：0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
    <message>
        <source>There is no number. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>没有数。可接受：0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
</context><context>
    <name>CheckBadge</name>
    <message>
        <source>Gradient check</source>
        <translation>梯度检查</translation>
    </message>
    <message>
        <source>The largest relative error between the gradients and central differences</source>
        <translation>梯度与中心差分之间的最大相对误差</translation>
    </message>
</context><context>
    <name>ChecksBar</name>
    <message>
        <source>How far each parameter is moved to either side</source>
        <translation>每个参数向两侧各移动多少</translation>
    </message>
    <message>
        <source>Step ε</source>
        <translation>步长 ε</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A step for each parameter that moves no weighted input by more than 1e−5</source>
        <translation>为每个参数取一个步长，使任何加权输入的变动都不超过 1e−5</translation>
    </message>
    <message>
        <source>The largest relative error of all that no bend spoils, and what it means</source>
        <translation>未受折点影响的最大相对误差，以及它说明什么</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
</context><context>
    <name>ChecksCanvas</name>
    <message>
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <source>±ε crosses a bend: the difference is no derivative</source>
        <translation>±ε 越过折点：这个差分不是导数</translation>
    </message>
    <message>
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <source>direction %1</source>
        <translation>方向 %1</translation>
    </message>
</context><context>
    <name>ChecksPanel</name>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>not all have changed yet</source>
        <translation>有的尚未改变</translation>
    </message>
    <message>
        <source>all changed as they should</source>
        <translation>改变都符合预期</translation>
    </message>
    <message>
        <source>not all changed as they should</source>
        <translation>有的改变不符合预期</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>已略去：%1。</translation>
    </message>
    <message>
        <source>%1 cells left out, such as: %2.</source>
        <translation>已略去 %1 个元素，例如：%2。</translation>
    </message>
    <message>
        <source>Too many cells for each: %1 random directions for every parameter.</source>
        <translation>元素太多，无法逐个检查：每个参数取 %1 个随机方向。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Checks, cell by cell</source>
        <translation>逐个元素检查</translation>
    </message>
    <message>
        <source>checking… %1 %</source>
        <translation>正在检查… %1 %</translation>
    </message>
    <message>
        <source>analytic</source>
        <translation>解析</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>changed by</source>
        <translation>改变量</translation>
    </message>
    <message>
        <source>should have changed by</source>
        <translation>应有的改变量</translation>
    </message>
    <message>
        <source>This program computes no gradients: an evolution strategy only compares losses. There is nothing to check.</source>
        <translation>这个程序不计算梯度：进化策略只比较损失。没有可检查的内容。</translation>
    </message>
    <message>
        <source>as of update %1</source>
        <translation>截至第 %1 次更新</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>第 %1 次更新</translation>
    </message>
    <message>
        <source>as it should</source>
        <translation>符合预期</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>不符合预期</translation>
    </message>
</context><context>
    <name>ChoicesButton</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context><context>
    <name>ClassKey</name>
    <message>
        <source>The colour of each class; fainter where the network is less sure</source>
        <translation>各类别的颜色；网络越没把握，颜色越淡</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
</context><context>
    <name>CodeBar</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>A Python file with backprop(X, Y, weights, biases)</source>
        <translation>含有 backprop(X, Y, weights, biases) 的 Python 文件</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>It also runs again by itself when the file is saved</source>
        <translation>文件保存时也会自动重新运行</translation>
    </message>
    <message>
        <source>Scenario to check against</source>
        <translation>用来核对的场景</translation>
    </message>
    <message>
        <source>What samples are</source>
        <translation>样本如何排列</translation>
    </message>
    <message>
        <source>samples: what fits</source>
        <translation>样本：自动判断</translation>
    </message>
    <message>
        <source>samples are columns</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <source>samples are rows</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <source>the scenario in the window</source>
        <translation>窗口中的场景</translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation>这个场景</translation>
    </message>
</context><context>
    <name>CodeCheck</name>
    <message>
        <source>All that was returned is right</source>
        <translation>返回的内容全部正确</translation>
    </message>
    <message>
        <source>The first line that differs: line %1, %2</source>
        <translation>第一个不同的行：第 %1 行，%2</translation>
    </message>
    <message>
        <source>It failed before it returned anything</source>
        <translation>什么都没返回就失败了</translation>
    </message>
    <message>
        <source>equal but for rounding; is it float32?</source>
        <translation>除舍入外相等；是 float32 吗？</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not returned</source>
        <translation>没有返回</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>转置了</translation>
    </message>
    <message>
        <source>changes in the wrong direction</source>
        <translation>改变的方向反了</translation>
    </message>
    <message>
        <source>the sign is flipped</source>
        <translation>符号反了</translation>
    </message>
    <message>
        <source>the change is %1 times what it should be</source>
        <translation>改变量是应有的 %1 倍</translation>
    </message>
    <message>
        <source>%1 times what it should be</source>
        <translation>是应有的 %1 倍</translation>
    </message>
    <message>
        <source>has the shape %1, should have %2</source>
        <translation>形状为 %1，应为 %2</translation>
    </message>
    <message>
        <source>%1 (on a random network, %2)</source>
        <translation>%1（在随机网络 %2 上）</translation>
    </message>
    <message>
        <source>%1 changes by %2, should by %3</source>
        <translation>%1 改变了 %2，应为 %3</translation>
    </message>
    <message>
        <source>%1 is %2, should be %3</source>
        <translation>%1 是 %2，应为 %3</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>或：%1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>以及：%1</translation>
    </message>
    <message>
        <source>and something else, on a random network, %1</source>
        <translation>以及在随机网络 %1 上的别的问题</translation>
    </message>
    <message>
        <source>It was stopped after %1 s; is there an endless loop?</source>
        <translation>运行 %1 秒后被停止；是否有死循环？</translation>
    </message>
    <message>
        <source>Its process ended before it was done, with status %1</source>
        <translation>它的进程没有完成就结束了，状态码 %1</translation>
    </message>
    <message>
        <source>%1 has no function backprop(X, Y, weights, biases)</source>
        <translation>%1 中没有函数 backprop(X, Y, weights, biases)</translation>
    </message>
    <message>
        <source>%1 returned %2; accepted: %3</source>
        <translation>%1 返回了 %2；可接受：%3</translation>
    </message>
    <message>
        <source>in %1: %2</source>
        <translation>在 %1 中：%2</translation>
    </message>
    <message>
        <source>%1 should have the shape %2</source>
        <translation>%1 的形状应为 %2</translation>
    </message>
    <message>
        <source>These would fit: %1</source>
        <translation>这些是相配的：%1</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1（第 %2 行）</translation>
    </message>
    <message>
        <source>Read and never given: %1</source>
        <translation>读取了却从未给出：%1</translation>
    </message>
    <message>
        <source>%1 has the shape %2, %3 has %4: they should be alike</source>
        <translation>%1 的形状为 %2，%3 为 %4：两者应当相同</translation>
    </message>
    <message>
        <source>%1 has the shape %2, %3 has %4: they do not go together under %5</source>
        <translation>%1 的形状为 %2，%3 为 %4：不能用 %5 运算</translation>
    </message>
    <message>
        <source>On a random network, %1, it fails: %2</source>
        <translation>在随机网络 %1 上失败：%2</translation>
    </message>
    <message>
        <source>It changes the arrays that it was handed: %1</source>
        <translation>它改变了传给它的数组：%1</translation>
    </message>
    <message>
        <source>%1 did not come back: without them the biases never learn</source>
        <translation>没有返回 %1：没有它们，偏置永远学不到东西</translation>
    </message>
    <message>
        <source>Samples may as well be meant the other way round: say which, above</source>
        <translation>样本也可能是另一种排列：请在上方指明</translation>
    </message>
    <message>
        <source>samples are columns</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <source>samples are rows</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <source>W is units × inputs</source>
        <translation>W 为 单元 × 输入</translation>
    </message>
    <message>
        <source>W is inputs × units</source>
        <translation>W 为 输入 × 单元</translation>
    </message>
    <message>
        <source>b is a column</source>
        <translation>b 是一列</translation>
    </message>
    <message>
        <source>b is a row</source>
        <translation>b 是一行</translation>
    </message>
    <message>
        <source>b is flat</source>
        <translation>b 是一维</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
</context><context>
    <name>CodePanel</name>
    <message>
        <source>Your code</source>
        <translation>你的代码</translation>
    </message>
    <message>
        <source>It printed:</source>
        <translation>打印输出：</translation>
    </message>
    <message>
        <source>Choose a Python file with backprop(X, Y, weights, biases), or drop one on the window. It is run in a process of its own, and what it returns is compared line by line.</source>
        <translation>选择一个含有 backprop(X, Y, weights, biases) 的 Python 文件，或把它拖到窗口上。它在单独的进程中运行，返回的内容逐行核对。</translation>
    </message>
    <message>
        <source>What it printed</source>
        <translation>打印的内容</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>对照 %1</translation>
    </message>
    <message>
        <source>%1, line %2:</source>
        <translation>%1，第 %2 行：</translation>
    </message>
</context><context>
    <name>CodeRows</name>
    <message>
        <source>Lines of the program with your values</source>
        <translation>程序各行与你的值</translation>
    </message>
</context><context>
    <name>Compare</name>
    <message>
        <source>not finite after update {0}</source>
        <translation>第 {0} 次更新后不是有限数</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <source>{0} updates behind</source>
        <translation>落后 {0} 次更新</translation>
    </message>
    <message>
        <source>update {0}</source>
        <translation>更新 {0}</translation>
    </message>
    <message>
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <source>accuracy {0} of {1}</source>
        <translation>准确率 {0} / {1}</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>samples run forward</source>
        <translation>前向样本数</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>{0}: {1} after update {2}</source>
        <translation>{0}：{1}，更新 {2} 之后</translation>
    </message>
    <message>
        <source>{0} µs an update on this computer</source>
        <translation>在这台电脑上每次更新 {0} µs</translation>
    </message>
    <message>
        <source>{0} ms an update on this computer</source>
        <translation>在这台电脑上每次更新 {0} ms</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Compare with {0}</source>
        <translation>与 {0} 对比</translation>
    </message>
</context><context>
    <name>CompareChart</name>
    <message>
        <source>A line is drawn once enough of its updates have been timed.</source>
        <translation>计时的更新足够多之后，才画出曲线。</translation>
    </message>
</context><context>
    <name>ComparePanel</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Losses of all sessions</source>
        <translation>所有会话的损失</translation>
    </message>
    <message>
        <source>What each session answers</source>
        <translation>各会话的预测</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>求值</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What the losses are drawn against: updates; function evaluations, counted in samples run forward; or seconds of training on this computer</source>
        <translation>损失的横轴：更新次数；函数求值次数，按前向运行的样本计；或在这台电脑上训练的秒数</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>together</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>各自</translation>
    </message>
    <message>
        <source>Whether all move with the session in the window, or each by itself</source>
        <translation>是全部随窗口中的会话一起移动，还是各自移动</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Compare with another session</source>
        <translation>与另一个会话对比</translation>
    </message>
</context><context>
    <name>ConditionForm</name>
    <message>
        <source>Condition to stop on</source>
        <translation>停下的条件</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
</context><context>
    <name>Conditions</name>
    <message>
        <source>Times in a row</source>
        <translation>连续次数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>What</source>
        <translation>哪种量</translation>
    </message>
    <message>
        <source>Layer (0: each)</source>
        <translation>层（0：每一层）</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Distance to the limit</source>
        <translation>离极限的距离</translation>
    </message>
    <message>
        <source>Difference up to</source>
        <translation>最大相差</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Accuracy, 0 to 1</source>
        <translation>准确率，0 到 1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>δ</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>hit %1 × · last at update %2, line %3</source>
        <translation>停过 %1 次 · 上次在更新 %2，行 %3</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a parameter and what it is</comment>
        <translation>%1：%2</translation>
    </message>
</context><context>
    <name>ConfusionView</name>
    <message>
        <source>How often each class is taken for each</source>
        <translation>每个类别被判为各类别的次数</translation>
    </message>
</context><context>
    <name>ContenderRow</name>
    <message>
        <source>Run one update of this one</source>
        <translation>让这个会话运行一次更新</translation>
    </message>
    <message>
        <source>Run this one</source>
        <translation>运行这个会话</translation>
    </message>
    <message>
        <source>Go back to the start of this one</source>
        <translation>回到这个会话的起点</translation>
    </message>
    <message>
        <source>Open in the window, rename, take away</source>
        <translation>在窗口中打开、改名、移除</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名字</translation>
    </message>
    <message>
        <source>Loss and accuracy of the training samples</source>
        <translation>训练样本的损失和准确率</translation>
    </message>
    <message>
        <source>Pause this one</source>
        <translation>暂停这个会话</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>在窗口中打开</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
</context><context>
    <name>Controller</name>
    <message>
        <source>Which number? Select one first.</source>
        <translation>哪个数？请先选择一个。</translation>
    </message>
    <message>
        <source>Which line? Select one in the program first, or step to it.</source>
        <translation>哪一行？请先在程序中选择一行，或单步运行到它。</translation>
    </message>
    <message>
        <source>%1: the network starts anew. Undo brings the old one back.</source>
        <translation>%1：网络重新开始训练。撤销可恢复原来的网络。</translation>
    </message>
    <message>
        <source>There is no breakpoint to run back to; F9 sets one.</source>
        <translation>没有可以往回运行到的断点；按 F9 设置一个。</translation>
    </message>
    <message>
        <source>No breakpoint held anywhere before this line.</source>
        <translation>在这一行之前，没有任何断点的条件满足过。</translation>
    </message>
</context><context>
    <name>CopyMenu</name>
    <message>
        <source>Copy %1 as numpy</source>
        <translation>复制 %1 为 numpy 代码</translation>
    </message>
    <message>
        <source>Copy %1 as tab-separated values</source>
        <translation>复制 %1 为制表符分隔的数值</translation>
    </message>
    <message>
        <source>Copy this number</source>
        <translation>复制这个数</translation>
    </message>
</context><context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>new samples</source>
        <translation>重抽样本</translation>
    </message>
    <message>
        <source>Draw other samples: the next seed.</source>
        <translation>用下一个种子重新抽取样本。</translation>
    </message>
    <message>
        <source>Nothing is drawn here: another seed would give the same samples.</source>
        <translation>这里没有随机抽取：换种子得到的样本也一样。</translation>
    </message>
    <message>
        <source>New samples, seed {number}</source>
        <translation>重抽样本，种子 {number}</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The samples to learn. Number of outputs, output activation and loss follow the data where they must.</source>
        <translation>要学习的样本。必要时，输出单元数、输出激活和损失会随数据而变。</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>What is done to the inputs before the network sees them, by the training samples' own numbers.</source>
        <translation>网络看到输入之前如何缩放它们，以训练样本的数值为准。</translation>
    </message>
    <message>
        <source>How noisy the samples are; what that does is in the data set's own help.</source>
        <translation>样本的噪声有多大；具体作用见该数据集的说明。</translation>
    </message>
    <message>
        <source>Noise, %</source>
        <translation>噪声 %</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Share of the samples that is kept from training and only measured.</source>
        <translation>不参与训练、只用于评估的样本所占的比例。</translation>
    </message>
    <message>
        <source>Test share, %</source>
        <translation>测试比例 %</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>How many samples are made, for training and for testing together.</source>
        <translation>总共生成多少个样本，包括训练和测试。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Which random numbers the samples and their split are drawn from: the same seed, the same samples.</source>
        <translation>样本及其划分所用的随机数：种子相同，样本就相同。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the samples</source>
        <translation>样本种子</translation>
    </message>
</context><context>
    <name>DeskKeeper</name>
    <message>
        <source>Some of what the file keeps of the window cannot be read.</source>
        <translation>文件中保存的窗口内容有一部分无法读取。</translation>
    </message>
</context><context>
    <name>Documents</name>
    <message>
        <source>“%1” was not opened.</source>
        <translation>“%1”未能打开。</translation>
    </message>
    <message>
        <source>%1 is no longer there.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>Of %1 files the first is opened: “%2”.</source>
        <translation>共 %1 个文件，打开第一个：“%2”。</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened; save “%1” here first.</source>
        <translation>只能打开这台电脑上的文件；请先把“%1”保存到这里。</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>On this computer the numbers of “%1” come out a little different: by up to %2.</source>
        <translation>在这台电脑上，“%1”的数略有不同：最多相差 %2。</translation>
    </message>
</context><context>
    <name>EditBar</name>
    <message>
        <source>Give the selected sample the next class (L)</source>
        <translation>把所选样本改为下一个类别 (L)</translation>
    </message>
    <message>
        <source>Remove the selected sample (Delete)</source>
        <translation>删除所选样本 (Delete)</translation>
    </message>
    <message>
        <source>Dragging paints samples of the chosen class (otherwise it moves them)</source>
        <translation>拖动时画出所选类别的样本（否则移动样本）</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Draw samples</source>
        <translation>绘制样本</translation>
    </message>
    <message>
        <source>Drag draws · click adds · right click for more</source>
        <translation>拖动绘制 · 点击添加 · 右键更多</translation>
    </message>
    <message>
        <source>Click adds · drag moves · right click for more</source>
        <translation>点击添加 · 拖动移动 · 右键更多</translation>
    </message>
    <message>
        <source>Drag moves · right click for more; a new sample would have no target</source>
        <translation>拖动移动 · 右键更多；新增的样本没有目标值</translation>
    </message>
    <message>
        <source>New samples are of class %1</source>
        <translation>新样本属于类别 %1</translation>
    </message>
</context><context>
    <name>EditEntries</name>
    <message>
        <source>Edit %1…</source>
        <translation>编辑 %1…</translation>
    </message>
    <message>
        <source>Edit %1… (it is no parameter)</source>
        <translation>编辑 %1…（它不是参数）</translation>
    </message>
    <message>
        <source>Set %1 to 0</source>
        <translation>把 %1 设为 0</translation>
    </message>
</context><context>
    <name>EditList</name>
    <message>
        <source>Edits of this branch; Enter goes to where one was made</source>
        <translation>这个分支的修改；Enter 转到修改之处</translation>
    </message>
</context><context>
    <name>Errors</name>
    <message>
        <source>{where}: found {found}; accepted: {accepted}</source>
        <translation>{where}：得到 {found}；可接受：{accepted}</translation>
    </message>
    <message>
        <source>{asked} in {where}: found {found}; accepted: {accepted}</source>
        <translation>{asked}，{where}：得到 {found}；可接受：{accepted}</translation>
    </message>
    <message>
        <source>{asked}: found {found}; accepted: {accepted}</source>
        <translation>{asked}：得到 {found}；可接受：{accepted}</translation>
    </message>
</context><context>
    <name>ExampleAbout</name>
    <message>
        <source>Step through it</source>
        <translation>单步运行</translation>
    </message>
    <message>
        <source>Open the example in the place of what is open now</source>
        <translation>打开这个示例，取代现在打开的内容</translation>
    </message>
    <message>
        <source>With the author’s mistake</source>
        <translation>带作者的错误</translation>
    </message>
    <message>
        <source>Erratum</source>
        <translation>勘误</translation>
    </message>
    <message>
        <source>Errata</source>
        <translation>勘误</translation>
    </message>
    <message>
        <source>Figures that only the program without the mistake gives are computed without it.</source>
        <translation>只有不带错误的程序才会得出的数，按不带错误的程序计算。</translation>
    </message>
</context><context>
    <name>ExampleList</name>
    <message>
        <source>Published examples</source>
        <translation>已发表的示例</translation>
    </message>
</context><context>
    <name>Examples</name>
    <message>
        <source>printed: %1</source>
        <translation>原文：%1</translation>
    </message>
    <message>
        <source>here: %1</source>
        <translation>这里：%1</translation>
    </message>
    <message>
        <source>met within %1</source>
        <translation>相差不超过 %1 即算相符</translation>
    </message>
    <message>
        <source>A click or Enter goes there.</source>
        <translation>点击或按 Enter 转到那里。</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>after update %1</source>
        <translation>更新 %1 之后</translation>
    </message>
    <message>
        <source>update %1, line %2</source>
        <translation>更新 %1，第 %2 行</translation>
    </message>
</context><context>
    <name>ExamplesPanel</name>
    <message>
        <source>Published examples</source>
        <translation>已发表的示例</translation>
    </message>
</context><context>
    <name>Exports</name>
    <message>
        <source>Export scenario</source>
        <translation>导出场景</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>the folder or the kind of picture is not one that can be written</source>
        <translation>该文件夹或图片格式无法写入</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 未能保存：%2</translation>
    </message>
</context><context>
    <name>FeaturesRow</name>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>What the network gets of a sample: its two inputs, or numbers computed from them. The samples keep their places on the plane.</source>
        <translation>网络从样本得到什么：两个输入本身，或由它们算出的数。样本在平面上的位置不变。</translation>
    </message>
    <message>
        <source>One feature at least is needed.</source>
        <translation>至少需要一个特征。</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <source>any weight</source>
        <translation>任一权重</translation>
    </message>
</context><context>
    <name>FigureHead</name>
    <message>
        <source>printed</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数值</translation>
    </message>
</context><context>
    <name>FigureList</name>
    <message>
        <source>Figures of this example; Enter goes to where one is computed</source>
        <translation>这个示例中的数；Enter 转到算出它的地方</translation>
    </message>
</context><context>
    <name>FileDrop</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context><context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context><context>
    <name>HelpPanel</name>
    <message>
        <source>Keys and words</source>
        <translation>按键与术语</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>one equation of the update's program; the lit one has just run</source>
        <translation>更新程序中的一个算式；高亮的一行刚刚运行</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>one change of the parameters: the program from its first line to its last</source>
        <translation>参数改变一次：把程序从第一行运行到最后一行</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>one pass over the training data</source>
        <translation>把训练数据全部用过一遍（epoch）</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>one input with its target: a column of X</source>
        <translation>一个输入及其目标：X 的一列</translation>
    </message>
    <message>
        <source>how a sample's loss changes with a unit's weighted input: ∂L/∂Z</source>
        <translation>样本的损失随单元加权输入的变化率：∂L/∂Z</translation>
    </message>
    <message>
        <source>hatching</source>
        <translation>斜线填充</translation>
    </message>
    <message>
        <source>not computed: no line has written this value yet; it is not 0</source>
        <translation>尚未计算：还没有哪一行写出这个值；它不是 0</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>now: the line that has just run and what it wrote</source>
        <translation>此刻：刚运行的那一行和它写出的值</translation>
    </message>
    <message>
        <source>blue and orange</source>
        <translation>蓝色与橙色</translation>
    </message>
    <message>
        <source>positive and negative; grey is zero</source>
        <translation>正与负；灰色为零</translation>
    </message>
</context><context>
    <name>HiddenRow</name>
    <message>
        <source>Whole numbers from 1 to {high}, separated by commas; empty for no hidden layer</source>
        <translation>1 到 {high} 的整数，用逗号分隔；留空则没有隐藏层</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Units of each hidden layer, from the input to the output, like “3” or “8, 8”.</source>
        <translation>从输入到输出，各隐藏层的单元数，如“3”或“8, 8”。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>per layer</source>
        <translation>逐层设置</translation>
    </message>
    <message>
        <source>Units and activation of each hidden layer</source>
        <translation>每个隐藏层的单元数和激活函数</translation>
    </message>
</context><context>
    <name>History</name>
    <message>
        <source>from the start</source>
        <translation>从起点开始</translation>
    </message>
    <message>
        <source>from %1 at update %2</source>
        <translation>从%1的更新 %2 开始</translation>
    </message>
    <message>
        <source>1 update</source>
        <translation>1 次更新</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 次更新</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 处修改</translation>
    </message>
    <message>
        <source>%1 edits</source>
        <translation>%1 处修改</translation>
    </message>
</context><context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>A change made in the past begins a branch of its own, and the old future stays here with its name.</source>
        <translation>在过去所做的修改会产生一个新分支，原来的后续连同名字保留在这里。</translation>
    </message>
    <message>
        <source>Edits on this branch</source>
        <translation>这个分支的修改</translation>
    </message>
    <message>
        <source>No edits on this branch</source>
        <translation>这个分支没有修改</translation>
    </message>
</context><context>
    <name>Images</name>
    <message>
        <source>%1 of %2 wrong</source>
        <translation>%1 / %2 个判错</translation>
    </message>
    <message>
        <source>%1 (of %2 that there are)</source>
        <translation>%1（共有 %2 个）</translation>
    </message>
    <message>
        <source>test sample %1</source>
        <translation>测试样本 %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>no answer: not a number</source>
        <translation>没有预测：不是数</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>预测 %1</translation>
    </message>
</context><context>
    <name>ImagesPanel</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>weights of unit %1 of layer 1; a click selects it</source>
        <translation>第 1 层 %1 号单元的权重；点击选择它</translation>
    </message>
    <message>
        <source>first %1 of %2 units</source>
        <translation>前 %1 个单元，共 %2 个</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The selected sample</source>
        <translation>所选的样本</translation>
    </message>
    <message>
        <source>The first layer's weights</source>
        <translation>第一层的权重</translation>
    </message>
    <message>
        <source>These samples are no pictures. The scenarios of handwritten digits are.</source>
        <translation>这些样本不是图像。手写数字的场景才是。</translation>
    </message>
</context><context>
    <name>Import</name>
    <message>
        <source>table of text</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>NPZ arrays</source>
        <translation>NPZ 数组</translation>
    </message>
    <message>
        <source>NPY array</source>
        <translation>NPY 数组</translation>
    </message>
    <message>
        <source>IDX images</source>
        <translation>IDX 图像</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>逗号  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>分号  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>竖线  |</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>divided</source>
        <translation>除以某数</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>no pictures</source>
        <translation>不是图像</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>%1 rows with missing values left out</source>
        <translation>已略去 %1 行有缺失值的</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 个输入</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 个输入</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 个目标</translation>
    </message>
    <message>
        <source>%1 targets</source>
        <translation>%1 个目标</translation>
    </message>
    <message>
        <source>%1 classes: %2</source>
        <translation>%1 个类别：%2</translation>
    </message>
</context><context>
    <name>ImportForm</name>
    <message>
        <source>column names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>a sample</source>
        <translation>一个样本</translation>
    </message>
    <message>
        <source>point  0.5</source>
        <translation>点  0.5</translation>
    </message>
    <message>
        <source>comma  0,5</source>
        <translation>逗号  0,5</translation>
    </message>
    <message>
        <source>are refused</source>
        <translation>不接受</translation>
    </message>
    <message>
        <source>leave their row out</source>
        <translation>略去所在的行</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>一列</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>列分隔符</translation>
    </message>
    <message>
        <source>What stands between two columns</source>
        <translation>两列之间用什么隔开</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Whether the first row has the columns' names</source>
        <translation>第一行是不是列名</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>What stands before the decimals of a number</source>
        <translation>小数部分之前用什么符号</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How characters are written as bytes</source>
        <translation>字符如何写成字节</translation>
    </message>
    <message>
        <source>What happens to rows in which a value is missing</source>
        <translation>如何处理有缺失值的行</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The array that has the inputs</source>
        <translation>存放输入的数组</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>The array that has the classes or targets</source>
        <translation>存放类别或目标的数组</translation>
    </message>
    <message>
        <source>The array that has the inputs of the test samples, if there is one</source>
        <translation>存放测试样本输入的数组（若有）</translation>
    </message>
    <message>
        <source>Test inputs</source>
        <translation>测试输入</translation>
    </message>
    <message>
        <source>The array that has the answers of the test samples, if there is one</source>
        <translation>存放测试样本答案的数组（若有）</translation>
    </message>
    <message>
        <source>Test answers</source>
        <translation>测试答案</translation>
    </message>
    <message>
        <source>A sample is</source>
        <translation>一个样本是</translation>
    </message>
    <message>
        <source>How the arrays are turned</source>
        <translation>数组的方向</translation>
    </message>
    <message>
        <source>The file with the labels of the images, or with the images of the labels</source>
        <translation>存放图像标签的文件，或标签所对应的图像文件</translation>
    </message>
    <message>
        <source>Read together with</source>
        <translation>配套文件</translation>
    </message>
    <message>
        <source>The column that the network is to answer; a click on a heading below says more</source>
        <translation>网络要回答的那一列；点击下方的列标题可细调</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Whether the answers are classes to tell apart, or numbers to be met</source>
        <translation>答案是要分辨的类别，还是要逼近的数值</translation>
    </message>
    <message>
        <source>The answers are</source>
        <translation>答案的类型</translation>
    </message>
    <message>
        <source>Whether a sample's inputs are a picture: rows × columns</source>
        <translation>样本的输入是不是图像：行 × 列</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>How the inputs are scaled, by what the training samples are like; large inputs learn badly</source>
        <translation>输入如何缩放，以训练样本为准；输入太大则难以学习</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>What the inputs are divided by</source>
        <translation>输入除以多少</translation>
    </message>
    <message>
        <source>Scaling of targets</source>
        <translation>目标的缩放</translation>
    </message>
    <message>
        <source>How the targets are scaled</source>
        <translation>目标值如何缩放</translation>
    </message>
    <message>
        <source>Share of the samples that is kept from training and only measured</source>
        <translation>不参与训练、只用于评估的样本所占的比例</translation>
    </message>
    <message>
        <source>Test share, %</source>
        <translation>测试比例 %</translation>
    </message>
</context><context>
    <name>ImportPanel</name>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open as new scenario</source>
        <translation>作为新场景打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use in this network</source>
        <translation>用于这个网络</translation>
    </message>
    <message>
        <source>Data (%1)</source>
        <translation>数据 (%1)</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no text to paste: copy cells in a spreadsheet first.</source>
        <translation>没有可粘贴的文字：请先在电子表格中复制单元格。</translation>
    </message>
    <message>
        <source>Pasted data</source>
        <translation>粘贴的数据</translation>
    </message>
    <message>
        <source>pasted data</source>
        <translation>粘贴的数据</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>%1 的数据</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Reading “%1” …</source>
        <translation>正在读取“%1”…</translation>
    </message>
    <message>
        <source>No data chosen</source>
        <translation>未选择数据</translation>
    </message>
    <message>
        <source>Choose a table (CSV, TSV …), NPZ or NPY arrays, or IDX images, or drop the file on the window; or copy cells in a spreadsheet and paste them here.</source>
        <translation>选择一个表格（CSV、TSV 等）、NPZ 或 NPY 数组、IDX 图像，或把文件拖到窗口上；也可以在电子表格中复制单元格，再粘贴到这里。</translation>
    </message>
</context><context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>The candidate for %1: what has been kept, changed at random.</source>
        <translation>%1的候选值：在保留的值上随机改变。</translation>
    </message>
    <message>
        <source>What the generation’s best candidate has for %1.</source>
        <translation>这一代最好的候选中%1的值。</translation>
    </message>
    <message>
        <source>This update’s random number for %1: anything from −1 to 1 is as likely. No line computes it.</source>
        <translation>这次更新用于%1的随机数：−1 到 1 之间的可能性相同。它不由任何一行算出。</translation>
    </message>
    <message>
        <source>This update’s random number for %1, bell-shaped with standard deviation 1. No line computes it.</source>
        <translation>这次更新用于%1的随机数：钟形分布，标准差为 1。它不由任何一行算出。</translation>
    </message>
    <message>
        <source>The lowest loss of this generation’s candidates so far.</source>
        <translation>这一代的候选至今最低的损失。</translation>
    </message>
    <message>
        <source>The loss of what has been kept: a candidate with a lower one takes its place.</source>
        <translation>保留的参数的损失：损失更低的候选会取而代之。</translation>
    </message>
    <message>
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… 另 %1 项</translation>
    </message>
    <message>
        <source>What %1 adds up for %2: its weights times what they are given, plus its bias.</source>
        <translation>%1对%2的加权输入：各权重乘以对应的输入，相加后再加偏置。</translation>
    </message>
    <message>
        <source>Above 0: the unit is on.</source>
        <translation>大于 0：单元开启。</translation>
    </message>
    <message>
        <source>Not above 0: the unit is off.</source>
        <translation>不大于 0：单元关闭。</translation>
    </message>
    <message>
        <source>What %1 passes on for %2.</source>
        <translation>%1对%2传出的值。</translation>
    </message>
    <message>
        <source>It is flat here: nothing passes back.</source>
        <translation>这里斜率为 0：没有梯度传回。</translation>
    </message>
    <message>
        <source>It is nearly flat here: next to nothing passes back.</source>
        <translation>这里几乎是平的：几乎没有梯度传回。</translation>
    </message>
    <message>
        <source>The network's answer for %1.</source>
        <translation>网络对%1的预测。</translation>
    </message>
    <message>
        <source>The network's answer for %1 at %2.</source>
        <translation>网络的%2对%1的预测。</translation>
    </message>
    <message>
        <source>It is beyond the margin: it costs nothing.</source>
        <translation>它已越过间隔：不产生损失。</translation>
    </message>
    <message>
        <source>It is just what it should be.</source>
        <translation>它恰好等于目标。</translation>
    </message>
    <message>
        <source>It is %1 below its target.</source>
        <translation>它比目标低 %1。</translation>
    </message>
    <message>
        <source>It is %1 above its target.</source>
        <translation>它比目标高 %1。</translation>
    </message>
    <message>
        <source>The penalty on large weights.</source>
        <translation>对大权重的惩罚。</translation>
    </message>
    <message>
        <source>Loss and penalty together: what the update is to lower.</source>
        <translation>损失与惩罚之和：更新要降低的就是它。</translation>
    </message>
    <message>
        <source>The loss of %1.</source>
        <translation>%1的损失。</translation>
    </message>
    <message>
        <source>The mean loss of the batch's %1 samples.</source>
        <translation>本批 %1 个样本的平均损失。</translation>
    </message>
    <message>
        <source>Not computed yet: run to line %1.</source>
        <translation>尚未计算：运行到第 %1 行。</translation>
    </message>
    <message>
        <source>Not a finite number: nothing can be learned from here on.</source>
        <translation>不是有限数：从这里起学不到任何东西。</translation>
    </message>
    <message>
        <source>Not finite, although every number that it comes from is: it went wrong in this line.</source>
        <translation>不是有限数，而算它所用的数都是：问题就出在这一行。</translation>
    </message>
    <message>
        <source>Not finite, because a number that it comes from is not: follow that one.</source>
        <translation>不是有限数，因为算它所用的某个数不是：请顺着那个数查下去。</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <source>Chain rule for %1</source>
        <translation>链式法则（%1）</translation>
    </message>
    <message>
        <source>(they cancel)</source>
        <translation>（相互抵消）</translation>
    </message>
    <message>
        <source>Line %1 has %2.</source>
        <translation>第 %1 行得到的是 %2。</translation>
    </message>
    <message>
        <source>… %1 others together</source>
        <translation>… 其余 %1 项之和</translation>
    </message>
    <message>
        <source>What each sample adds</source>
        <translation>每个样本的贡献</translation>
    </message>
    <message>
        <source>What each term adds</source>
        <translation>每一项的贡献</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按次序</translation>
    </message>
    <message>
        <source>Click: as they stand in the sum</source>
        <translation>点击：按求和的次序排列</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>Click: the largest first</source>
        <translation>点击：最大的在前</translation>
    </message>
    <message>
        <source>%1 · class %2</source>
        <translation>%1 · 类 %2</translation>
    </message>
    <message>
        <source>Click: select %1</source>
        <translation>点击：选择 %1</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>(line %1)</source>
        <translation>（第 %1 行）</translation>
    </message>
    <message>
        <source>, … %1 in all</source>
        <translation>，… 共 %1 处</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>%1号输入</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>%1号输出单元</translation>
    </message>
    <message>
        <source>hidden unit %1</source>
        <translation>%1号隐藏单元</translation>
    </message>
    <message>
        <source>unit %1 of layer %2</source>
        <translation>第%2层%1号单元</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>%1号样本</translation>
    </message>
    <message>
        <source>the bias of %1</source>
        <translation>%1的偏置</translation>
    </message>
    <message>
        <source>the weight from %1 to %2</source>
        <translation>从%1到%2的权重</translation>
    </message>
    <message>
        <source>Explanation of a number</source>
        <translation>一个数的解释</translation>
    </message>
    <message>
        <source>The way here</source>
        <translation>来路</translation>
    </message>
    <message>
        <source>All digits</source>
        <translation>全部数位</translation>
    </message>
    <message>
        <source>Write every number to its last digit</source>
        <translation>把每个数写到最后一位</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copy as numpy</source>
        <translation>复制为 numpy 代码</translation>
    </message>
    <message>
        <source>Copy all of %1 as numpy (Ctrl+Shift+C)</source>
        <translation>把整个 %1 复制为 numpy 代码 (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Run a line, or click a number: its equation stands here, with its numbers.</source>
        <translation>运行一行，或点击一个数：这里会写出它的算式，并代入具体数值。</translation>
    </message>
    <message>
        <source>Which way and how hard %1 pulls %2.</source>
        <translation>%1把%2往哪边拉、拉得多用力。</translation>
    </message>
    <message>
        <source>%1 pulls %2 up: a larger z would lower its loss.</source>
        <translation>%1把%2往上拉：z 增大会降低它的损失。</translation>
    </message>
    <message>
        <source>%1 pulls %2 down: a larger z would raise its loss.</source>
        <translation>%1把%2往下拉：z 增大会升高它的损失。</translation>
    </message>
    <message>
        <source>%1 does not pull %2 either way.</source>
        <translation>%1对%2没有拉力。</translation>
    </message>
    <message>
        <source>%1 pulls %2 up; the weight %3 passes that on.</source>
        <translation>%1把%2往上拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <source>%1 pulls %2 down; the weight %3 passes that on.</source>
        <translation>%1把%2往下拉，由权重 %3 传回来。</translation>
    </message>
    <message>
        <source>The slope of %2 is 0: nothing passes back through it.</source>
        <translation>%2的斜率为 0：没有梯度能从它传回。</translation>
    </message>
    <message>
        <source>So %1 pulls %2 up.</source>
        <translation>所以%1把%2往上拉。</translation>
    </message>
    <message>
        <source>So %1 pulls %2 down.</source>
        <translation>所以%1把%2往下拉。</translation>
    </message>
    <message>
        <source>So %1 pulls %2 up, scaled by its slope %3.</source>
        <translation>所以%1把%2往上拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <source>So %1 pulls %2 down, scaled by its slope %3.</source>
        <translation>所以%1把%2往下拉，力度再乘以它的斜率 %3。</translation>
    </message>
    <message>
        <source>How steeply the loss rises with %1.</source>
        <translation>损失随%1上升得有多快。</translation>
    </message>
    <message>
        <source>The loss rises with %1, so gradient descent lowers it.</source>
        <translation>%1增大则损失上升，所以梯度下降会把它调小。</translation>
    </message>
    <message>
        <source>The loss falls with %1, so gradient descent raises it.</source>
        <translation>%1增大则损失下降，所以梯度下降会把它调大。</translation>
    </message>
    <message>
        <source>The loss does not change with %1.</source>
        <translation>损失不随%1变化。</translation>
    </message>
    <message>
        <source>The penalty's part of the gradient of %1: it draws the weight towards 0.</source>
        <translation>%1的梯度中来自惩罚项的部分：它把权重拉向 0。</translation>
    </message>
    <message>
        <source>%1 of %2. It is data: no line computes it.</source>
        <translation>%2的%1。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <source>What %1 should be for %2. It is data: no line computes it.</source>
        <translation>%1对%2应给出的值。它是数据，不由任何一行算出。</translation>
    </message>
    <message>
        <source>Before scaling it is %1: (%1 − %2) · %3.</source>
        <translation>缩放之前是 %1：(%1 − %2) · %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: this update left it as it was.</source>
        <translation>%1：这次更新没有改变它。</translation>
    </message>
    <message>
        <source>%1: this update raised it by %2.</source>
        <translation>%1：这次更新使它增大了 %2。</translation>
    </message>
    <message>
        <source>%1: this update lowered it by %2.</source>
        <translation>%1：这次更新使它减小了 %2。</translation>
    </message>
    <message>
        <source>its value at the start.</source>
        <translation>起始时的值。</translation>
    </message>
    <message>
        <source>its value after update %1.</source>
        <translation>第 %1 次更新后的值。</translation>
    </message>
    <message>
        <source>It is not trained.</source>
        <translation>它不参与训练。</translation>
    </message>
    <message>
        <source>Line %1 changes it.</source>
        <translation>第 %1 行会改变它。</translation>
    </message>
    <message>
        <source>Running mean of the squared gradients of %1: the larger, the smaller its steps.</source>
        <translation>%1的梯度平方的滑动平均：它越大，步子越小。</translation>
    </message>
    <message>
        <source>Running mean of the gradients of %1.</source>
        <translation>%1的梯度的滑动平均。</translation>
    </message>
    <message>
        <source>Velocity of %1: its gradients added up, old ones fading.</source>
        <translation>%1的速度：历次梯度的累加，越早的影响越小。</translation>
    </message>
</context><context>
    <name>JumpField</name>
    <message>
        <source>Update to go to</source>
        <translation>要转到的更新</translation>
    </message>
</context><context>
    <name>Kinds</name>
    <message>
        <source>Sessions (%1)</source>
        <translation>会话 (%1)</translation>
    </message>
    <message>
        <source>Scenarios (%1)</source>
        <translation>场景 (%1)</translation>
    </message>
    <message>
        <source>Samples (%1)</source>
        <translation>样本 (%1)</translation>
    </message>
    <message>
        <source>All that opens (%1)</source>
        <translation>所有可打开的文件 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件 (%1)</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
</context><context>
    <name>LayerEditor</name>
    <message>
        <source>add layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>One more hidden layer, like the last one, before the output.</source>
        <translation>在输出层之前再加一个隐藏层，与最后一个隐藏层相同。</translation>
    </message>
    <message>
        <source>Layer {number}: {what}</source>
        <translation>第 {number} 层：{what}</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
</context><context>
    <name>LayerRow</name>
    <message>
        <source>Units of layer {number}</source>
        <translation>第 {number} 层的单元数</translation>
    </message>
    <message>
        <source>Activation of layer {number}</source>
        <translation>第 {number} 层的激活函数</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>删除第 {number} 层</translation>
    </message>
    <message>
        <source>Units of this layer.</source>
        <translation>这一层的单元数。</translation>
    </message>
    <message>
        <source>Activation of this layer's units.</source>
        <translation>这一层各单元的激活函数。</translation>
    </message>
</context><context>
    <name>Legend</name>
    <message>
        <source>Orange is negative, grey is zero, blue is positive</source>
        <translation>橙色为负，灰色为零，蓝色为正</translation>
    </message>
    <message>
        <source>Orange is 0, grey is one half, blue is 1</source>
        <translation>橙色为 0，灰色为 ½，蓝色为 1</translation>
    </message>
</context><context>
    <name>LossPanel</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>train {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <source>accuracy {0} of {1}</source>
        <translation>准确率 {0} / {1}</translation>
    </message>
    <message>
        <source>with the penalty {0}</source>
        <translation>加惩罚 {0}</translation>
    </message>
    <message>
        <source>test accuracy {0} of {1}</source>
        <translation>测试准确率 {0} / {1}</translation>
    </message>
    <message>
        <source>after update {0}</source>
        <translation>第 {0} 次更新后</translation>
    </message>
    <message>
        <source>after update {0} · epoch {1}</source>
        <translation>更新 {0} 之后 · 轮 {1}</translation>
    </message>
    <message>
        <source>accuracy {0} %</source>
        <translation>准确率 {0} %</translation>
    </message>
    <message>
        <source>test accuracy {0} %</source>
        <translation>测试准确率 {0} %</translation>
    </message>
    <message>
        <source>1 point = {0} updates</source>
        <translation>每点 {0} 次更新</translation>
    </message>
    <message>
        <source>1 point = {0} epochs</source>
        <translation>每点 {0} 轮</translation>
    </message>
    <message>
        <source>band: {0} updates</source>
        <translation>色带：{0} 次更新</translation>
    </message>
    <message>
        <source>not finite after update {0}</source>
        <translation>第 {0} 次更新后不是有限数</translation>
    </message>
    <message>
        <source>at {0}: {1}</source>
        <translation>{0} 次时：{1}</translation>
    </message>
    <message>
        <source>Loss over the updates; + and − zoom, ← and → move along, 0 follows the run</source>
        <translation>损失随更新的变化；+ 和 − 缩放，← 和 → 平移，0 跟随运行</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show the whole run and go on with it (0, or a double click on the plot)</source>
        <translation>显示整个运行过程并继续跟随（按 0，或双击图）</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Draw the share of training samples that are classified rightly</source>
        <translation>画出分类正确的训练样本所占的比例</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
</context><context>
    <name>LossPlot</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The curve grows with every update.</source>
        <translation>每次更新，曲线就延长一点。</translation>
    </message>
    <message>
        <source>0 is below the axis</source>
        <translation>0 在坐标轴之下</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>function evaluations</source>
        <translation>函数求值</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>MainWindow</name>
    <message>
        <source>Opening “%1” …</source>
        <translation>正在打开“%1”…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context><context>
    <name>Map</name>
    <message>
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>Each cell is trained by itself; a click on one opens it here.</source>
        <translation>每格各自训练；点击一格，就在这里打开它。</translation>
    </message>
    <message>
        <source>%1 of %2 cells · %3 s</source>
        <translation>%1 / %2 格 · %3 秒</translation>
    </message>
    <message>
        <source>Ended after %1 of %2 cells · %3 s</source>
        <translation>完成 %1 / %2 格后结束 · %3 秒</translation>
    </message>
    <message>
        <source>%1 of %2 cells end with a loss below %3</source>
        <translation>%1 / %2 格的最终损失低于 %3</translation>
    </message>
    <message>
        <source>%1 not finite</source>
        <translation>%1 格不是有限数</translation>
    </message>
    <message>
        <source>%1 cannot be run</source>
        <translation>%1 格无法运行</translation>
    </message>
    <message>
        <source>Not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>It cannot be run:</source>
        <translation>无法运行：</translation>
    </message>
    <message>
        <source>Click, or Enter: open it as a session</source>
        <translation>点击或按 Enter：作为会话打开</translation>
    </message>
    <message>
        <source>Loss below %1 after %2 updates</source>
        <translation>%2 次更新后损失低于 %1</translation>
    </message>
    <message>
        <source>Loss never below %1</source>
        <translation>损失从未低于 %1</translation>
    </message>
    <message>
        <source>Not finite from update %1 on, where it ended</source>
        <translation>从更新 %1 起不是有限数，到此结束</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 次更新</translation>
    </message>
</context><context>
    <name>MapForm</name>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>How long each cell is trained</source>
        <translation>每格训练多久</translation>
    </message>
    <message>
        <source>A cell has learned when its training loss is below this</source>
        <translation>训练损失低于此值，就算这一格学会了</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Where it is trained</source>
        <translation>在哪里训练</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>on a Dask cluster</source>
        <translation>在 Dask 集群上</translation>
    </message>
    <message>
        <source>Address of the cluster’s scheduler</source>
        <translation>集群调度器的地址</translation>
    </message>
    <message>
        <source>loss below</source>
        <translation>损失低于</translation>
    </message>
    <message>
        <source>A cluster has an address, such as tcp://host:8786</source>
        <translation>集群需要地址，如 tcp://host:8786</translation>
    </message>
</context><context>
    <name>MapPanel</name>
    <message>
        <source>Map</source>
        <translation>扫描图</translation>
    </message>
    <message>
        <source>What the cells are coloured by</source>
        <translation>格的颜色表示什么</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Map, cell by cell</source>
        <translation>扫描图，逐格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The scenario has no test samples</source>
        <translation>这个场景没有测试样本</translation>
    </message>
    <message>
        <source>Open this cell</source>
        <translation>打开这一格</translation>
    </message>
    <message>
        <source>Copy the map as CSV</source>
        <translation>把扫描图复制为 CSV</translation>
    </message>
    <message>
        <source>Save the map as CSV…</source>
        <translation>把扫描图保存为 CSV…</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>保存扫描图</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
</context><context>
    <name>MatricesPanel</name>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>the largest in magnitude of rows %1 to %2, columns %3 to %4</source>
        <translation>第 %1–%2 行、第 %3–%4 列中绝对值最大的数</translation>
    </message>
    <message>
        <source>Wheel: move · Ctrl + wheel: look closer or farther</source>
        <translation>滚轮：移动 · Ctrl + 滚轮：放大或缩小</translation>
    </message>
    <message>
        <source>Ctrl + wheel: look closer, down to the numbers</source>
        <translation>Ctrl + 滚轮：放大，直到看见数字</translation>
    </message>
    <message>
        <source>Click: the inspector explains this number</source>
        <translation>点击：在检查器中解释这个数</translation>
    </message>
    <message>
        <source>Double-click: type another value · drag: change it</source>
        <translation>双击：输入另一个值 · 拖动：改变它</translation>
    </message>
    <message>
        <source>%1 has not been computed yet</source>
        <translation>%1 尚未计算</translation>
    </message>
    <message>
        <source>%1 is no parameter: only W and b can be edited</source>
        <translation>%1 不是参数：只有 W 和 b 可以编辑</translation>
    </message>
    <message>
        <source>by how much this update changed %1</source>
        <translation>这次更新使 %1 改变了多少</translation>
    </message>
    <message>
        <source>the inputs of the batch's samples</source>
        <translation>本批样本的输入</translation>
    </message>
    <message>
        <source>the targets of the batch's samples</source>
        <translation>本批样本的目标</translation>
    </message>
    <message>
        <source>no line of the program changes it</source>
        <translation>程序中没有哪一行改变它</translation>
    </message>
    <message>
        <source>line %1:  %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Layer whose matrices are shown</source>
        <translation>显示哪一层的矩阵</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>output, %1</source>
        <translation>输出层，%1</translation>
    </message>
    <message>
        <source>hidden, %1</source>
        <translation>隐藏层，%1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1, shown %2</source>
        <translation>%1，显示比例 %2</translation>
    </message>
</context><context>
    <name>MatrixCanvas</name>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
</context><context>
    <name>MemoryRow</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>What is kept of the past, to go back quickly. With less, going back takes longer; nothing is lost.</source>
        <translation>为了快速返回而保存的过去。少一些，返回就慢一些；不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Memory for going back, in MB</source>
        <translation>用于返回的内存（MB）</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 / %2 MB</translation>
    </message>
</context><context>
    <name>Menus</name>
    <message>
        <source>S&amp;cenarios</source>
        <translation>场景(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context><context>
    <name>MistakeChips</name>
    <message>
        <source>Made on purpose:</source>
        <translation>故意的错误：</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
</context><context>
    <name>Mistakes</name>
    <message>
        <source>In forward lines</source>
        <translation>前向各行</translation>
    </message>
    <message>
        <source>In backward lines</source>
        <translation>反向各行</translation>
    </message>
    <message>
        <source>In update lines</source>
        <translation>更新各行</translation>
    </message>
    <message>
        <source>In the initial parameters</source>
        <translation>初始参数</translation>
    </message>
    <message>
        <source>In the batches</source>
        <translation>分批</translation>
    </message>
    <message>
        <source>In the prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Make a mistake: %1</source>
        <translation>制造错误：%1</translation>
    </message>
    <message>
        <source>Make no mistake: %1</source>
        <translation>去掉错误：%1</translation>
    </message>
    <message>
        <source>Changes nothing here. It needs: %1</source>
        <translation>在这里不起作用。它需要：%1</translation>
    </message>
    <message>
        <source>Made on purpose: %1</source>
        <translation>故意的错误：%1</translation>
    </message>
    <message>
        <source>A mistake is hidden: find it, or give up, before you make others.</source>
        <translation>藏着一个错误：先找到它或放弃，再制造别的错误。</translation>
    </message>
</context><context>
    <name>MistakesMenu</name>
    <message>
        <source>Make no mistakes</source>
        <translation>去掉所有错误</translation>
    </message>
    <message>
        <source>Read about mistakes</source>
        <translation>了解错误</translation>
    </message>
    <message>
        <source>Make a mistake here</source>
        <translation>在这里制造错误</translation>
    </message>
    <message>
        <source>No mistake is known for this line</source>
        <translation>没有针对这一行的已知错误</translation>
    </message>
</context><context>
    <name>MistakesPanel</name>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the mistakes</source>
        <translation>搜索错误</translation>
    </message>
    <message>
        <source>No mistake has all of these words.</source>
        <translation>没有哪个错误同时含有这些词。</translation>
    </message>
</context><context>
    <name>NameEdit</name>
    <message>
        <source>New name of the branch</source>
        <translation>分支的新名字</translation>
    </message>
</context><context>
    <name>NetworkCanvas</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
</context><context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>all %2</source>
        <translation>全部 %2 条</translation>
    </message>
    <message>
        <source>%1 strongest of %2</source>
        <translation>最强 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>改变量</translation>
    </message>
    <message>
        <source>What the edges show</source>
        <translation>连线表示什么</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>sample %1, not in this update's batch</source>
        <translation>样本 %1，不在这次更新的批中</translation>
    </message>
    <message>
        <source>Click: show this layer's matrices</source>
        <translation>点击：显示这一层的矩阵</translation>
    </message>
    <message>
        <source>Double-click: type another value · drag: change it</source>
        <translation>双击：输入另一个值 · 拖动：改变它</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1，单元 %2</translation>
    </message>
    <message>
        <source>Colour of the unit: orange %1 to blue %2</source>
        <translation>单元的颜色：橙 %1 到蓝 %2</translation>
    </message>
    <message>
        <source>Sample %1 is not in this update's batch: z and a are computed for it with the parameters as they stand, and it has no δ.</source>
        <translation>样本 %1 不在这次更新的批中：它的 z 和 a 按当前参数计算，没有 δ。</translation>
    </message>
    <message>
        <source>Click: explain the bias</source>
        <translation>点击：解释这个偏置</translation>
    </message>
    <message>
        <source>Click: explain this δ</source>
        <translation>点击：解释这个 δ</translation>
    </message>
    <message>
        <source>Click: select the target</source>
        <translation>点击：选择这个目标</translation>
    </message>
    <message>
        <source>Click: select this unit</source>
        <translation>点击：选择这个单元</translation>
    </message>
    <message>
        <source>Click: explain %1</source>
        <translation>点击：解释 %1</translation>
    </message>
</context><context>
    <name>NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>new weights</source>
        <translation>重抽权重</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Initial biases</source>
        <translation>初始偏置</translation>
    </message>
    <message>
        <source>Draw other weights: the next seed.</source>
        <translation>用下一个种子重新抽取权重。</translation>
    </message>
    <message>
        <source>Nothing is drawn here: another seed would give the same weights.</source>
        <translation>这里没有随机抽取：换种子得到的权重也一样。</translation>
    </message>
    <message>
        <source>New weights, seed {number}</source>
        <translation>重抽权重，种子 {number}</translation>
    </message>
    <message>
        <source>What every hidden unit makes of its weighted input.</source>
        <translation>每个隐藏单元如何变换它的加权输入。</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏激活</translation>
    </message>
    <message>
        <source>Hidden activation</source>
        <translation>隐藏层激活函数</translation>
    </message>
    <message>
        <source>What an output unit makes of its weighted input. A loss that does not suit it is changed too.</source>
        <translation>输出单元如何变换它的加权输入。不相配的损失会一并更换。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出激活</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>输出层激活函数</translation>
    </message>
    <message>
        <source>How many output units there are: one for two classes, or one for each class or target.</source>
        <translation>有多少个输出单元：两个类别用一个，或者每个类别、每个目标各一个。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出单元</translation>
    </message>
    <message>
        <source>Which random numbers the initial parameters are drawn from: the same seed, the same weights.</source>
        <translation>抽取初始参数所用的随机数：种子相同，权重就相同。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the weights</source>
        <translation>权重种子</translation>
    </message>
    <message>
        <source>How the weights are drawn that the network starts with.</source>
        <translation>网络的初始权重如何抽取。</translation>
    </message>
    <message>
        <source>How the biases are drawn that the network starts with.</source>
        <translation>网络的初始偏置如何抽取。</translation>
    </message>
    <message>
        <source>Which of numpy's generators draws: the legacy one gives the numbers of older code.</source>
        <translation>用 numpy 的哪个生成器抽取：旧版可得到与早期代码相同的数。</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
</context><context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context><context>
    <name>Notices</name>
    <message>
        <source>A change in the past began %1; %2 keeps the old future (Run ▸ Branches).</source>
        <translation>在过去所做的修改产生了%1；原来的后续保留在%2（运行 ▸ 分支）。</translation>
    </message>
    <message>
        <source>A defect in nnviz: %1. The run is paused; nothing is lost.</source>
        <translation>nnviz 出现缺陷：%1。运行已暂停，没有丢失任何内容。</translation>
    </message>
</context><context>
    <name>NumberField</name>
    <message>
        <source>A whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <source>A number from {low} to {high}, like 0.5, 1/3 or 1e-3</source>
        <translation>{low} 到 {high} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <source>A whole number, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <source>A number, {low} or more, like 0.5, 1/3 or 1e-3</source>
        <translation>不小于 {low} 的数，如 0.5、1/3 或 1e-3</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>A number, like 0.5, 1/3 or 1e-3</source>
        <translation>一个数，如 0.5、1/3 或 1e-3</translation>
    </message>
</context><context>
    <name>Panel</name>
    <message>
        <source>Hide this panel; the View menu shows it again</source>
        <translation>隐藏此面板；可在“视图”菜单中重新显示</translation>
    </message>
</context><context>
    <name>PlaygroundBar</name>
    <message>
        <source>Playground link</source>
        <translation>Playground 链接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>as in Playground</source>
        <translation>与 Playground 相同</translation>
    </message>
</context><context>
    <name>Preview</name>
    <message>
        <source>The first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Click: what the column is for</source>
        <translation>点击：这一列的用途</translation>
    </message>
    <message>
        <source>one more answer</source>
        <translation>再加一个答案</translation>
    </message>
</context><context>
    <name>ProgramPanel</name>
    <message>
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1 and %2 have different shapes: both are repeated, to %3. Probably it is a mistake</source>
        <translation>%1 与 %2 的形状不同：两者都被重复为 %3。这多半是错误</translation>
    </message>
    <message>
        <source>%1 is repeated, to %3. Probably it is a mistake</source>
        <translation>%1 被重复为 %3。这多半是错误</translation>
    </message>
    <message>
        <source>%1 is repeated over the %4 samples</source>
        <translation>%1 对 %4 个样本重复</translation>
    </message>
    <message>
        <source>%1 is repeated over the %4 units</source>
        <translation>%1 对 %4 个单元重复</translation>
    </message>
    <message>
        <source>%1 should be %2: a silent broadcast has made it %3, with a value for each sample</source>
        <translation>%1 应为 %2：无声的广播使它成了 %3，每个样本一个值</translation>
    </message>
    <message>
        <source>reads %1 · writes %2</source>
        <translation>读 %1 · 写 %2</translation>
    </message>
    <message>
        <source>not computed yet in this update</source>
        <translation>这次更新尚未计算</translation>
    </message>
    <message>
        <source>Click: select the line and what it writes</source>
        <translation>点击：选择这一行和它写出的值</translation>
    </message>
    <message>
        <source>Click: stop runs after line %1 (F9)</source>
        <translation>点击：让运行在第 %1 行之后停下 (F9)</translation>
    </message>
    <message>
        <source>Breakpoint: runs stop after line %1</source>
        <translation>断点：运行在第 %1 行之后停下</translation>
    </message>
    <message>
        <source>Shift+click: switch it off, and keep it (Ctrl+F9)</source>
        <translation>Shift+点击：停用但保留 (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Breakpoint on line %1, switched off</source>
        <translation>第 %1 行的断点，已停用</translation>
    </message>
    <message>
        <source>Shift+click: switch it on (Ctrl+F9)</source>
        <translation>Shift+点击：启用 (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Click: take it away (F9)</source>
        <translation>点击：取消断点 (F9)</translation>
    </message>
    <message>
        <source>columns are samples</source>
        <translation>一列一个样本</translation>
    </message>
    <message>
        <source>rows are samples</source>
        <translation>一行一个样本</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Make a known mistake on purpose, and see what it does</source>
        <translation>故意制造一个已知的错误，看看会怎样</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The right line</source>
        <translation>正确的一行</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>漏掉</translation>
    </message>
    <message>
        <source>This line is left out</source>
        <translation>这一行被漏掉了</translation>
    </message>
    <message>
        <source>its place</source>
        <translation>应在此</translation>
    </message>
    <message>
        <source>Here is the place of line %1</source>
        <translation>这里是第 %1 行应在的位置</translation>
    </message>
</context><context>
    <name>ProgramRows</name>
    <message>
        <source>Program of one update</source>
        <translation>一次更新的程序</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>line %1: %2, %3</source>
        <translation>第 %1 行：%2，%3</translation>
    </message>
    <message>
        <source>breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>breakpoint, switched off</source>
        <translation>断点，已停用</translation>
    </message>
</context><context>
    <name>Questions</name>
    <message>
        <source>Save the changes to “%1” before closing?</source>
        <translation>关闭前保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <source>Save the changes to “%1” before opening another?</source>
        <translation>打开另一个之前保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>nnviz ended unexpectedly. Recover “%1”, update %2, of %3?</source>
        <translation>nnviz 意外结束。要恢复“%1”吗（更新 %2，%3）？</translation>
    </message>
    <message>
        <source>Re&amp;cover</source>
        <translation>恢复(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
</context><context>
    <name>Quiz</name>
    <message>
        <source>Break something</source>
        <translation>弄坏一处</translation>
    </message>
    <message>
        <source>Mistake found</source>
        <translation>找到错误</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
</context><context>
    <name>QuizBar</name>
    <message>
        <source>Which mistake it is</source>
        <translation>是哪个错误</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Which mistake is it?</source>
        <translation>是哪个错误？</translation>
    </message>
    <message>
        <source>Found %1 of %2 so far.</source>
        <translation>至今找到 %1 / %2 个。</translation>
    </message>
    <message>
        <source>Something is broken. Find it with the debugger, then name it.</source>
        <translation>有一处被弄坏了。请用调试器找到它，再说出是哪个错误。</translation>
    </message>
    <message>
        <source>It is not “%1”. Look further.</source>
        <translation>不是“%1”。请再找找。</translation>
    </message>
    <message>
        <source>Found! It is “%1”. %2</source>
        <translation>找到了！是“%1”。%2</translation>
    </message>
    <message>
        <source>It was “%1”. %2</source>
        <translation>是“%1”。%2</translation>
    </message>
</context><context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context><context>
    <name>Rescue</name>
    <message>
        <source>What nnviz had saved when it ended cannot be opened; it is kept as %1.</source>
        <translation>nnviz 结束时保存的内容无法打开；它保留为 %1。</translation>
    </message>
    <message>
        <source>The session cannot be saved for a recovery: %1</source>
        <translation>无法保存供恢复用的会话：%1</translation>
    </message>
</context><context>
    <name>RivalForm</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>与什么对比</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>another learning rate</source>
        <translation>另一个学习率</translation>
    </message>
    <message>
        <source>another seed</source>
        <translation>另一个种子</translation>
    </message>
    <message>
        <source>another way to train</source>
        <translation>另一种训练方法</translation>
    </message>
    <message>
        <source>right against a mistake</source>
        <translation>正确与错误对照</translation>
    </message>
    <message>
        <source>another scenario</source>
        <translation>另一个场景</translation>
    </message>
    <message>
        <source>another branch</source>
        <translation>另一个分支</translation>
    </message>
    <message>
        <source>a copy of this session</source>
        <translation>这个会话的副本</translation>
    </message>
    <message>
        <source>a saved session</source>
        <translation>已保存的会话</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>An evolution strategy has no learning rate.</source>
        <translation>进化策略没有学习率。</translation>
    </message>
    <message>
        <source>There is no other branch yet: a change made in the past begins one.</source>
        <translation>还没有别的分支：在过去所做的修改会产生分支。</translation>
    </message>
    <message>
        <source>No known mistake changes anything here.</source>
        <translation>没有哪个已知的错误在这里起作用。</translation>
    </message>
    <message>
        <source>without the mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>Sessions and scenarios (*.nnviz *.json);;All files (*)</source>
        <translation>会话和场景 (*.nnviz *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
</context><context>
    <name>RunSlider</name>
    <message>
        <source>The run so far</source>
        <translation>迄今的运行</translation>
    </message>
    <message>
        <source>in the past · End returns to update %1</source>
        <translation>位于过去 · 按 End 回到更新 %1</translation>
    </message>
    <message>
        <source>The run so far: drag to go back to any update, exactly as it was</source>
        <translation>迄今的运行：拖动可回到任意一次更新，与当时完全相同</translation>
    </message>
    <message>
        <source>Click: return to where the run ends</source>
        <translation>点击：回到运行的末尾</translation>
    </message>
</context><context>
    <name>SampleMenu</name>
    <message>
        <source>Add a sample here</source>
        <translation>在这里添加样本</translation>
    </message>
    <message>
        <source>Edit data</source>
        <translation>编辑数据</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Relabel as class %1</source>
        <translation>改为类别 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context><context>
    <name>Setup</name>
    <message>
        <source>Changing it keeps the network.</source>
        <translation>修改后网络保持不变。</translation>
    </message>
    <message>
        <source>Changing it starts the network anew.</source>
        <translation>修改后网络重新开始训练。</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{change} (with it: {others})</source>
        <translation>{change}（随之改变：{others}）</translation>
    </message>
    <message>
        <source>initial numbers drawn instead of given</source>
        <translation>初始参数由给定改为抽取</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 个输出单元</translation>
    </message>
    <message>
        <source>{number} outputs</source>
        <translation>{number} 个输出单元</translation>
    </message>
    <message>
        <source>Samples of the file {path}</source>
        <translation>文件 {path} 中的样本</translation>
    </message>
    <message>
        <source>explicit samples</source>
        <translation>逐个给定的样本</translation>
    </message>
    <message>
        <source>Samples written out one by one</source>
        <translation>逐个写出的样本</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A single softmax output is always 1.</source>
        <translation>只有一个输出单元时，softmax 恒为 1。</translation>
    </message>
    <message>
        <source>This loss is made for classes; these data have targets.</source>
        <translation>这个损失用于类别，而这些数据只有目标值。</translation>
    </message>
    <message>
        <source>given numbers</source>
        <translation>给定值</translation>
    </message>
    <message>
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <source>Numbers written in the scenario</source>
        <translation>写在场景中的数值</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>The samples as they stand, in every epoch</source>
        <translation>每一轮都按原来的次序取样本</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Another order in each epoch, drawn from the scenario's seed</source>
        <translation>每一轮换一种次序，由场景的种子抽取</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>legacy</source>
        <translation>旧版</translation>
    </message>
</context><context>
    <name>SetupPanel</name>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
</context><context>
    <name>SpeedSlider</name>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of a run</source>
        <translation>运行速度</translation>
    </message>
    <message>
        <source>Speed of a run: %1 (Ctrl++ and Ctrl+−)</source>
        <translation>运行速度：%1（Ctrl++ 与 Ctrl+−）</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
</context><context>
    <name>StatusLine</name>
    <message>
        <source>each unit's weighted input: its weights times what comes in, plus its bias</source>
        <translation>各单元的加权输入：权重乘以传入的值，再加偏置</translation>
    </message>
    <message>
        <source>each unit's activation: what it sends on</source>
        <translation>各单元的激活值：它传出的值</translation>
    </message>
    <message>
        <source>the loss: how wrong the outputs are, averaged over the batch</source>
        <translation>损失：输出错得有多离谱，对整批取平均</translation>
    </message>
    <message>
        <source>the penalty on large weights</source>
        <translation>对大权重的惩罚</translation>
    </message>
    <message>
        <source>what is minimised: loss and penalty together</source>
        <translation>要最小化的量：损失加惩罚</translation>
    </message>
    <message>
        <source>how each sample's loss changes with each unit's weighted input</source>
        <translation>每个样本的损失随各单元加权输入的变化率</translation>
    </message>
    <message>
        <source>the gradient of the weights, averaged over the batch</source>
        <translation>权重的梯度，对整批取平均</translation>
    </message>
    <message>
        <source>the gradient of the biases, averaged over the batch</source>
        <translation>偏置的梯度，对整批取平均</translation>
    </message>
    <message>
        <source>the penalty's part of the gradient</source>
        <translation>梯度中来自惩罚项的部分</translation>
    </message>
    <message>
        <source>the weights move against their gradient</source>
        <translation>权重沿梯度的反方向移动</translation>
    </message>
    <message>
        <source>the biases move against their gradient</source>
        <translation>偏置沿梯度的反方向移动</translation>
    </message>
    <message>
        <source>random numbers of this update</source>
        <translation>这次更新的随机数</translation>
    </message>
    <message>
        <source>the candidate: what has been kept, changed at random</source>
        <translation>候选：在保留的参数上随机改变</translation>
    </message>
    <message>
        <source>the best candidate of this generation</source>
        <translation>这一代最好的候选</translation>
    </message>
    <message>
        <source>the lowest loss so far, which a candidate must beat</source>
        <translation>至今最低的损失，候选必须更低</translation>
    </message>
    <message>
        <source>the optimiser's running mean of gradients</source>
        <translation>优化器对梯度的滑动平均</translation>
    </message>
    <message>
        <source>the optimiser's running mean of squared gradients</source>
        <translation>优化器对梯度平方的滑动平均</translation>
    </message>
    <message>
        <source>what is kept: the candidate, if it is better</source>
        <translation>保留的参数：候选若更好，就取候选</translation>
    </message>
    <message>
        <source>What computes the updates; updates per second and pictures per second while running</source>
        <translation>由什么计算更新；运行时还显示每秒更新次数和每秒画面数</translation>
    </message>
    <message>
        <source>Nothing of an update has run yet: → runs its first line, Space runs updates</source>
        <translation>这次更新还没有运行：按 → 运行第一行，按空格键连续运行</translation>
    </message>
    <message>
        <source>Computing line %1 of %2; Space stops after it</source>
        <translation>正在计算第 %1 行（共 %2 行）；按空格键在该行之后停下</translation>
    </message>
    <message>
        <source>Computing line %1 of %2; it stops after this line</source>
        <translation>正在计算第 %1 行（共 %2 行）；该行之后停下</translation>
    </message>
    <message>
        <source>Computing line %1 of %2; the next step follows</source>
        <translation>正在计算第 %1 行（共 %2 行）；随后执行下一步</translation>
    </message>
    <message>
        <source>%1 engine</source>
        <translation>%1 引擎</translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 次更新/秒</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 帧/秒</translation>
    </message>
</context><context>
    <name>Stops</name>
    <message>
        <source>Update %1, line %2: %3 is not finite (%4), because %5. The likely reason: %6. ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4），因为%5。可能的原因：%6。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <source>Update %1, line %2: %3 is not finite (%4), because %5. ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4），因为%5。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <source>Update %1, line %2: %3 is not finite (%4). ← shows the state before.</source>
        <translation>更新 %1，第 %2 行：%3 不是有限数（%4）。按 ← 看之前的状态。</translation>
    </message>
    <message>
        <source>Stopped at a breakpoint in update %1: %2.</source>
        <translation>在第 %1 次更新中停于断点：%2。</translation>
    </message>
    <message>
        <source>Stopped at a breakpoint in update %1, line %3: %2.</source>
        <translation>在第 %1 次更新第 %3 行停于断点：%2。</translation>
    </message>
</context><context>
    <name>Suggestions</name>
    <message>
        <source>Trains others beside the session in the window: their losses on the same axes, their answers side by side. They step, run, stop and go back with it, or each by itself.</source>
        <translation>在窗口中的会话旁边训练其他会话：损失画在同一坐标上，预测并排显示。它们随它一起步进、运行、停止和后退，或者各自进行。</translation>
    </message>
</context><context>
    <name>Timeline</name>
    <message>
        <source>the start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>update %1 · epoch %2</source>
        <translation>更新 %1 · 轮 %2</translation>
    </message>
    <message>
        <source>after update %1</source>
        <translation>更新 %1 之后</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 处</translation>
    </message>
    <message>
        <source>all samples in each update</source>
        <translation>每次更新用全部样本</translation>
    </message>
    <message>
        <source>batches of %1, shuffled</source>
        <translation>每批 %1 个，打乱次序</translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>每批 %1 个</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>无惩罚</translation>
    </message>
    <message>
        <source>%1 explicit samples</source>
        <translation>%1 个给定的样本</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>噪声 %1</translation>
    </message>
    <message>
        <source>test share %1 %</source>
        <translation>测试比例 %1 %</translation>
    </message>
    <message>
        <source>scaling: %1</source>
        <translation>缩放：%1</translation>
    </message>
    <message>
        <source>scaling of the targets: %1</source>
        <translation>目标的缩放：%1</translation>
    </message>
    <message>
        <source>biases are trained</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <source>biases stay as they are</source>
        <translation>偏置保持不变</translation>
    </message>
    <message>
        <source>0 to %1 · +100 or −100 from here · e12: the end of epoch 12</source>
        <translation>0 到 %1 · 从这里 +100 或 −100 · e12：第 12 轮之末</translation>
    </message>
</context><context>
    <name>TimelineBar</name>
    <message>
        <source>%1 of %2 in this epoch</source>
        <translation>本轮第 %1 / %2 次</translation>
    </message>
    <message>
        <source>epoch %1 · update %2 · line %3 / %4</source>
        <translation>轮 %1 · 更新 %2 · 行 %3 / %4</translation>
    </message>
    <message>
        <source>Where the run stands</source>
        <translation>运行到了哪里</translation>
    </message>
    <message>
        <source>The lines of one update, and how many of them have run</source>
        <translation>一次更新的各行，以及已运行到哪一行</translation>
    </message>
    <message>
        <source>Click: run on to this line</source>
        <translation>点击：继续运行到这一行</translation>
    </message>
    <message>
        <source>Click: run to this line of the next update</source>
        <translation>点击：运行到下一次更新的这一行</translation>
    </message>
    <message>
        <source>Passes over the training data, updates, and how many lines of this update have run</source>
        <translation>训练的轮数、更新次数，以及这次更新已运行的行数</translation>
    </message>
    <message>
        <source>Click: type an update to go to</source>
        <translation>点击：输入要转到的更新</translation>
    </message>
</context><context>
    <name>Tools</name>
    <message>
        <source>Check my code</source>
        <translation>检查我的代码</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python 文件 (*.py)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context><context>
    <name>Trail</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回（Alt+Left）</translation>
    </message>
</context><context>
    <name>TrainBiasesRow</name>
    <message>
        <source>Train biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <source>Whether updates move the biases. When off, they stay as they are and have no lines in the update.</source>
        <translation>更新是否改变偏置。关闭时偏置保持不变，更新中也没有它们的行。</translation>
    </message>
    <message>
        <source>Train the biases</source>
        <translation>训练偏置</translation>
    </message>
    <message>
        <source>Leave the biases as they are</source>
        <translation>不训练偏置</translation>
    </message>
</context><context>
    <name>TrainingSection</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>What training makes small. An output that does not suit it is changed too.</source>
        <translation>训练要减小的量。不相配的输出激活会一并更换。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How the gradients move the parameters, or a search without gradients. What another one has gathered starts anew.</source>
        <translation>梯度如何改变参数，或不用梯度的搜索。更换后，累积量重新开始。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How far an update goes along the gradient. Up and Down double and halve it.</source>
        <translation>一次更新沿梯度走多远。按上、下键加倍或减半。</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum: how much of its velocity a parameter keeps from update to update.</source>
        <translation>动量：参数在相邻两次更新之间保留多少速度。</translation>
    </message>
    <message>
        <source>How much of the mean of squared gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度平方的平均保留多少。</translation>
    </message>
    <message>
        <source>How much of the mean of gradients is kept from update to update.</source>
        <translation>相邻两次更新之间，梯度的平均保留多少。</translation>
    </message>
    <message>
        <source>Keeps the division by the root of the mean of squares finite.</source>
        <translation>防止除以均方根时分母为零。</translation>
    </message>
    <message>
        <source>How far a candidate goes, at most, from what has been kept: evenly from −ε to ε.</source>
        <translation>候选最多偏离保留的参数多远：在 −ε 到 ε 之间均匀分布。</translation>
    </message>
    <message>
        <source>How far a candidate goes from its parent: the standard deviation of its steps.</source>
        <translation>候选偏离亲代多远：各步的标准差。</translation>
    </message>
    <message>
        <source>How many candidates a generation tries; the best is the next one's parent.</source>
        <translation>一代尝试多少个候选；最好的一个成为下一代的亲代。</translation>
    </message>
    <message>
        <source>In which order an epoch takes the samples.</source>
        <translation>一轮之中按什么次序取样本。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>样本次序</translation>
    </message>
    <message>
        <source>What is added to the loss for large weights (regularisation); biases are never penalised.</source>
        <translation>因权重大而加到损失上的量（正则化）；偏置从不受罚。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>How strong the penalty is.</source>
        <translation>惩罚的强度。</translation>
    </message>
</context><context>
    <name>TransportBar</name>
    <message>
        <source>Transport</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Choose a scenario: data, network and settings</source>
        <translation>选择场景：数据、网络和设置</translation>
    </message>
</context><context>
    <name>UpdatesAxis</name>
    <message>
        <source>updates</source>
        <translation>更新</translation>
    </message>
</context><context>
    <name>WatchChart</name>
    <message>
        <source>Take this watch away (Delete)</source>
        <translation>取消这个监视（Delete）</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制这个数</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取消</translation>
    </message>
</context><context>
    <name>WatchEntry</name>
    <message>
        <source>Expression to watch</source>
        <translation>要监视的表达式</translation>
    </message>
    <message>
        <source>Losses, sizes of gradients, the selected cell</source>
        <translation>损失、梯度的大小、所选的格</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>It is watched already</source>
        <translation>它已在监视中</translation>
    </message>
</context><context>
    <name>Watches</name>
    <message>
        <source>not computed here</source>
        <translation>此处尚未计算</translation>
    </message>
    <message>
        <source>sampled 1 in {0}</source>
        <translation>每 {0} 个取 1 个</translation>
    </message>
    <message>
        <source>1 stroke = {0} updates</source>
        <translation>每笔 {0} 次更新</translation>
    </message>
    <message>
        <source>after update {0}</source>
        <translation>更新 {0} 之后</translation>
    </message>
    <message>
        <source>after updates {0} to {1}</source>
        <translation>更新 {0} 到 {1} 之后</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限数</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <source>not a number in this network</source>
        <translation>在这个网络中不是一个数</translation>
    </message>
    <message>
        <source>nothing above 0 for a logarithmic axis</source>
        <translation>没有大于 0 的数可用对数轴画出</translation>
    </message>
    <message>
        <source>not finite so far</source>
        <translation>至今都不是有限数</translation>
    </message>
    <message>
        <source>In this network the shapes do not fit together: %1</source>
        <translation>在这个网络中形状不相配：%1</translation>
    </message>
</context><context>
    <name>WatchesPanel</name>
    <message>
        <source>Watches</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>A watch draws a number of each update over the run, also over what has happened already: a cell such as W1[0, 1], a size such as norm(dW1), or a condition such as L &lt; 0.1, drawn as 1 or 0.</source>
        <translation>监视把每次更新的一个数在整个运行中画成曲线，包括已经发生的：一个格，如 W1[0, 1]；一个大小，如 norm(dW1)；或一个条件，如 L &lt; 0.1，画成 1 或 0。</translation>
    </message>
</context><context>
    <name>WrongStrip</name>
    <message>
        <source>Earlier ones</source>
        <translation>之前的</translation>
    </message>
    <message>
        <source>Further ones</source>
        <translation>之后的</translation>
    </message>
    <message>
        <source>Which samples are counted</source>
        <translation>统计哪些样本</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>sample %1: %2; a click selects it</source>
        <translation>样本 %1：%2；点击选择它</translation>
    </message>
</context><context>
    <name>_Model</name>
    <message>
        <source>%1
Enter or a double click goes there</source>
        <translation>%1
按 Enter 或双击转到那里</translation>
    </message>
</context><context>
    <name>model</name>
    <message>
        <source>what cannot be read from there on</source>
        <translation>从那里起无法读懂的内容</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <source>one; .max() .any() norm(…) give one</source>
        <translation>一个值；.max()、.any()、norm(…) 给出一个</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>一个比较</translation>
    </message>
    <message>
        <source>an index that is outside</source>
        <translation>超出范围的下标</translation>
    </message>
    <message>
        <source>indices within the shape, from 0</source>
        <translation>形状以内的下标，从 0 起</translation>
    </message>
    <message>
        <source>arrays whose shapes do not fit together</source>
        <translation>形状不相配的数组</translation>
    </message>
    <message>
        <source>shapes that fit together</source>
        <translation>相配的形状</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Good for biases; hidden units whose weights start alike stay alike</source>
        <translation>适合偏置；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>One number everywhere; hidden units whose weights start alike stay alike</source>
        <translation>处处是同一个数；隐藏单元的权重若起始相同，就一直相同</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>uniform ±ε</source>
        <translation>均匀分布 ±ε</translation>
    </message>
    <message>
        <source>Every number between −ε and ε is as likely</source>
        <translation>−ε 到 ε 之间每个数的可能性相同</translation>
    </message>
    <message>
        <source>normal × scale</source>
        <translation>正态分布 × 尺度</translation>
    </message>
    <message>
        <source>Bell-shaped about zero; the scale is its standard deviation</source>
        <translation>以零为中心的钟形分布；尺度就是标准差</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Glorot, uniform</source>
        <translation>Glorot 均匀分布</translation>
    </message>
    <message>
        <source>Keeps the signal's size from layer to layer, with tanh and sigmoid</source>
        <translation>配合 tanh、sigmoid，使信号逐层大小不变</translation>
    </message>
    <message>
        <source>He, normal</source>
        <translation>He 正态分布</translation>
    </message>
    <message>
        <source>Keeps the signal's size from layer to layer, with ReLU</source>
        <translation>配合 ReLU，使信号逐层大小不变</translation>
    </message>
    <message>
        <source>too many operations inside one another</source>
        <translation>嵌套过深的运算</translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation>过大的数</translation>
    </message>
    <message>
        <source>numbers up to 1.8e308</source>
        <translation>不超过 1.8e308 的数</translation>
    </message>
    <message>
        <source>{name}, which is no symbol of this program</source>
        <translation>{name}，它不是这个程序的符号</translation>
    </message>
    <message>
        <source>one of {symbols}; functions {functions}</source>
        <translation>{symbols} 之一；函数 {functions}</translation>
    </message>
    <message>
        <source>{source}, which is a number</source>
        <translation>{source}，它是一个数</translation>
    </message>
    <message>
        <source>an exponent that is a number up to {most}</source>
        <translation>不超过 {most} 的数作为指数</translation>
    </message>
    <message>
        <source>several values beside “and” or “or”</source>
        <translation>“and”或“or”旁边有多个值</translation>
    </message>
    <message>
        <source>one; .any() and .all() give one</source>
        <translation>一个值；.any() 和 .all() 给出一个</translation>
    </message>
    <message>
        <source>the comparisons &lt; &lt;= &gt; &gt;= == !=</source>
        <translation>比较 &lt; &lt;= &gt; &gt;= == !=</translation>
    </message>
    <message>
        <source>arguments without names</source>
        <translation>没有名字的参数</translation>
    </message>
    <message>
        <source>{count} arguments of {name}</source>
        <translation>{name} 有 {count} 个参数</translation>
    </message>
    <message>
        <source>0 for rows, 1 for columns</source>
        <translation>0 表示行，1 表示列</translation>
    </message>
    <message>
        <source>a step of 0</source>
        <translation>步长为 0</translation>
    </message>
    <message>
        <source>a whole number other than 0</source>
        <translation>不为 0 的整数</translation>
    </message>
    <message>
        <source>whole numbers and slices such as 0, -1, 1:3, :</source>
        <translation>整数和切片，如 0、-1、1:3、:</translation>
    </message>
    <message>
        <source>a value of an expression</source>
        <translation>一个表达式的值</translation>
    </message>
    <message>
        <source>results of up to {count} cells</source>
        <translation>不超过 {count} 格的结果</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手绘的样本</translation>
    </message>
    <message>
        <source>the result is larger than a number can be (1.8e308)</source>
        <translation>结果超出浮点数的上限 (1.8e308)</translation>
    </message>
    <message>
        <source>the sum of {terms} terms is larger than a number can be; the largest is {largest}</source>
        <translation>{terms} 项之和超出浮点数的上限；最大的一项是 {largest}</translation>
    </message>
    <message>
        <source>{left} times {right} is larger than a number can be</source>
        <translation>{left} 乘以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <source>{left} and {right} together are larger than a number can be</source>
        <translation>{left} 与 {right} 合起来超出浮点数的上限</translation>
    </message>
    <message>
        <source>the square of {value} is larger than a number can be</source>
        <translation>{value} 的平方超出浮点数的上限</translation>
    </message>
    <message>
        <source>the square root of {value}, which is negative, is no number</source>
        <translation>{value} 是负数，它的平方根不是数</translation>
    </message>
    <message>
        <source>0 divided by 0 is no number</source>
        <translation>0 除以 0 不是数</translation>
    </message>
    <message>
        <source>{left} is divided by 0</source>
        <translation>{left} 除以了 0</translation>
    </message>
    <message>
        <source>{left} divided by {right} is larger than a number can be</source>
        <translation>{left} 除以 {right} 超出浮点数的上限</translation>
    </message>
    <message>
        <source>the loss takes the logarithm of 0, because {cell} is exactly {value}</source>
        <translation>损失要取 0 的对数，因为 {cell} 恰好等于 {value}</translation>
    </message>
    <message>
        <source>the loss takes the logarithm of a number below 0, because {cell} = {value}</source>
        <translation>损失要取负数的对数，因为 {cell} = {value}</translation>
    </message>
    <message>
        <source>the loss of {cell} = {value} is larger than a number can be</source>
        <translation>{cell} = {value} 的损失超出浮点数的上限</translation>
    </message>
    <message>
        <source>e to the power of {value} is larger than a number can be</source>
        <translation>e 的 {value} 次方超出浮点数的上限</translation>
    </message>
    <message>
        <source>this loss is for outputs between 0 and 1, ends excluded: use it with the activation made for it</source>
        <translation>这个损失要求输出在 0 与 1 之间（不含两端）：请与配套的激活函数一起使用</translation>
    </message>
    <message>
        <source>the weights have run away: {symbol} has come to {value}; a learning rate below {eta} may help</source>
        <translation>权重失控：{symbol} 已达 {value}；学习率小于 {eta} 也许有用</translation>
    </message>
    <message>
        <source>the inputs are as large as {value}: scaling the data may help</source>
        <translation>输入大到 {value}：缩放数据也许有用</translation>
    </message>
    <message>
        <source>the initial weights {symbol} are as large as {value}</source>
        <translation>初始权重 {symbol} 大到 {value}</translation>
    </message>
    <message>
        <source>the learning rate {eta} times the gradient of {symbol} is {value}</source>
        <translation>学习率 {eta} 乘以 {symbol} 的梯度，等于 {value}</translation>
    </message>
    <message>
        <source>numbers, symbols such as W1, + − * / **, comparisons, and, or, not, indices such as A2[0, 2], the functions {functions}, and .T .shape[0] {methods}</source>
        <translation>数、W1 这样的符号、+ − * / **、比较、and、or、not、A2[0, 2] 这样的下标、函数 {functions}，以及 .T .shape[0] {methods}</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <translation>至多 {most}</translation>
    </message>
    <message>
        <source>a comparison, such as L &lt; 0.1</source>
        <translation>一个比较，如 L &lt; 0.1</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>第 {column} 列</translation>
    </message>
    <message>
        <source>the expression {text}</source>
        <translation>表达式 {text}</translation>
    </message>
    <message>
        <source>L1: λ Σ|w|</source>
        <translation>L1：λ Σ|w|</translation>
    </message>
    <message>
        <source>L2: λ/2 Σw²</source>
        <translation>L2：λ/2 Σw²</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>sigmoid σ</source>
        <translation>sigmoid σ</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>泄漏 ReLU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>numbers like 0.5, 0,5, 1/3 and 1e-3</source>
        <translation>0.5、0,5、1/3、1e-3 这样的数</translation>
    </message>
    <message>
        <source>a place that can be written to</source>
        <translation>可以写入的地方</translation>
    </message>
    <message>
        <source>a session file that can be read</source>
        <translation>可以读取的会话文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation>重命名分支</translation>
    </message>
    <message>
        <source>Discard branch</source>
        <translation>丢弃分支</translation>
    </message>
    <message>
        <source>line {line} of update {update}</source>
        <translation>更新 {update} 的第 {line} 行</translation>
    </message>
    <message>
        <source>{lines} lines</source>
        <translation>{lines} 行</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{updates} updates and {lines} lines of the last</source>
        <translation>{updates} 次更新和最后一次的 {lines} 行</translation>
    </message>
    <message>
        <source>{updates} updates</source>
        <translation>{updates} 次更新</translation>
    </message>
    <message>
        <source>update {update}</source>
        <translation>更新 {update}</translation>
    </message>
    <message>
        <source>a moment that has been; step on for more</source>
        <translation>已经发生过的时刻；更晚的要先步进</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>the scenario {name}</source>
        <translation>场景 {name}</translation>
    </message>
    <message>
        <source>settings with which the hidden mistake could not be made</source>
        <translation>使藏着的错误无法存在的设置</translation>
    </message>
    <message>
        <source>other settings, until it is found or given up</source>
        <translation>别的设置，直到找到或放弃它</translation>
    </message>
    <message>
        <source>{name} with {optimiser}</source>
        <translation>{name}，优化器为 {optimiser}</translation>
    </message>
    <message>
        <source>an optimiser that computes gradients</source>
        <translation>计算梯度的优化器</translation>
    </message>
    <message>
        <source>{name}, which changes nothing here</source>
        <translation>{name}，它在这里不起作用</translation>
    </message>
    <message>
        <source>half squared error ½Σ(a − y)²</source>
        <translation>半平方误差 ½Σ(a − y)²</translation>
    </message>
    <message>
        <source>squared error Σ(a − y)²</source>
        <translation>平方误差 Σ(a − y)²</translation>
    </message>
    <message>
        <source>mean squared error Σ(a − y)²/n</source>
        <translation>均方误差 Σ(a − y)²/n</translation>
    </message>
    <message>
        <source>binary cross-entropy −Σ[y ln a + (1−y) ln(1−a)]</source>
        <translation>二元交叉熵 −Σ[y ln a + (1−y) ln(1−a)]</translation>
    </message>
    <message>
        <source>categorical cross-entropy −Σ y ln a</source>
        <translation>多类交叉熵 −Σ y ln a</translation>
    </message>
    <message>
        <source>hinge Σ max(0, 1 − y·a)</source>
        <translation>合页损失 Σ max(0, 1 − y·a)</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>to open the session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>to save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>a file of an older nnviz; a newer one than this can open it</source>
        <translation>较旧的 nnviz 的文件；更新的 nnviz 可以打开它</translation>
    </message>
    <message>
        <source>a whole session file, as nnviz saved it</source>
        <translation>nnviz 保存的完整会话文件</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>别的内容</translation>
    </message>
    <message>
        <source>no such part</source>
        <translation>没有这一部分</translation>
    </message>
    <message>
        <source>a damaged file</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <source>η = {rate}</source>
        <translation>η = {rate}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>without the mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>the history budget</source>
        <translation>历史内存</translation>
    </message>
    <message>
        <source>a number of bytes, 0 or more</source>
        <translation>0 或更大的字节数</translation>
    </message>
    <message>
        <source>to discard a branch</source>
        <translation>丢弃分支</translation>
    </message>
    <message>
        <source>the only one</source>
        <translation>唯一的一个</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>几个中的一个</translation>
    </message>
    <message>
        <source>a branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>a branch's name</source>
        <translation>分支的名字</translation>
    </message>
    <message>
        <source>a name that no other branch has</source>
        <translation>其他分支都没有的名字</translation>
    </message>
    <message>
        <source>unit {unit} of layer {layer} is saturated for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都饱和</translation>
    </message>
    <message>
        <source>unit {unit} of layer {layer} gives 0 for all samples of the batch</source>
        <translation>第 {layer} 层 {unit} 号单元对本批所有样本都给出 0</translation>
    </message>
    <message>
        <source>units {unit} and {other} of layer {layer} have the same weights and bias</source>
        <translation>第 {layer} 层 {unit} 号与 {other} 号单元的权重和偏置相同</translation>
    </message>
    <message>
        <source>|{cell}| = {value} is above {bound}</source>
        <translation>|{cell}| = {value}，大于 {bound}</translation>
    </message>
    <message>
        <source>max |{symbol}| = {value} is below {bound}</source>
        <translation>max |{symbol}| = {value}，小于 {bound}</translation>
    </message>
    <message>
        <source>the update changes {symbol} by {value} of its size, outside {low} to {high}</source>
        <translation>这次更新使 {symbol} 的改变量为其大小的 {value} 倍，不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>{cell} = {value}: the first number that is not finite</source>
        <translation>{cell} = {value}：第一个不是有限数的值</translation>
    </message>
    <message>
        <source>{expression} holds</source>
        <translation>{expression} 成立</translation>
    </message>
    <message>
        <source>{cell} changes its sign, from {before} to {after}</source>
        <translation>{cell} 变号，从 {before} 变为 {after}</translation>
    </message>
    <message>
        <source>sample {sample} goes from class {before} to class {after}</source>
        <translation>样本 {sample} 的预测从类别 {before} 变为类别 {after}</translation>
    </message>
    <message>
        <source>line {line} has run: {symbol}</source>
        <translation>第 {line} 行（{symbol}）已运行</translation>
    </message>
    <message>
        <source>epoch {epoch} has begun</source>
        <translation>第 {epoch} 轮已开始</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>a whole number, {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <source>a number, {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <source>line {symbol}</source>
        <translation>行 {symbol}</translation>
    </message>
    <message>
        <source>a number is not finite</source>
        <translation>有数不是有限数</translation>
    </message>
    <message>
        <source>the loss rises {times} times in a row</source>
        <translation>损失连续上升 {times} 次</translation>
    </message>
    <message>
        <source>the loss is below {bound}</source>
        <translation>损失小于 {bound}</translation>
    </message>
    <message>
        <source>the loss is above {bound}</source>
        <translation>损失大于 {bound}</translation>
    </message>
    <message>
        <source>|{quantity}| is above {bound}</source>
        <translation>|{quantity}| 大于 {bound}</translation>
    </message>
    <message>
        <source>|{quantity}| is below {bound}</source>
        <translation>|{quantity}| 小于 {bound}</translation>
    </message>
    <message>
        <source>‖ΔW‖/‖W‖ is outside {low} to {high}</source>
        <translation>‖ΔW‖/‖W‖ 不在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>a hidden unit is saturated</source>
        <translation>有隐藏单元饱和</translation>
    </message>
    <message>
        <source>a ReLU unit is dead</source>
        <translation>有死亡 ReLU 单元</translation>
    </message>
    <message>
        <source>two units are identical</source>
        <translation>有两个单元相同</translation>
    </message>
    <message>
        <source>a weight changes its sign</source>
        <translation>有权重变号</translation>
    </message>
    <message>
        <source>sample {sample} changes its class</source>
        <translation>样本 {sample} 的预测类别改变</translation>
    </message>
    <message>
        <source>the accuracy reaches {accuracy}</source>
        <translation>准确率达到 {accuracy}</translation>
    </message>
    <message>
        <source>epoch {epoch} is reached</source>
        <translation>到达第 {epoch} 轮</translation>
    </message>
    <message>
        <source>the expression {text} holds</source>
        <translation>表达式 {text} 成立</translation>
    </message>
    <message>
        <source>a breakpoint</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>a breakpoint of kind {name}</source>
        <translation>{name} 类的断点</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>没有参数</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{symbol} = {value} is below {bound}</source>
        <translation>{symbol} = {value}，小于 {bound}</translation>
    </message>
    <message>
        <source>{symbol} = {value} is above {bound}</source>
        <translation>{symbol} = {value}，大于 {bound}</translation>
    </message>
    <message>
        <source>{symbol} = {value} has risen {times} times in a row</source>
        <translation>{symbol} = {value}，已连续上升 {times} 次</translation>
    </message>
    <message>
        <source>the accuracy on the training samples is {value}, at least {accuracy}</source>
        <translation>训练样本上的准确率为 {value}，不低于 {accuracy}</translation>
    </message>
    <message>
        <source>a program that computes no gradients</source>
        <translation>不计算梯度的程序</translation>
    </message>
    <message>
        <source>an optimiser that does</source>
        <translation>计算梯度的优化器</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>尚可</translation>
    </message>
    <message>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>±ε carries {cell} across the bend of its activation at 0</source>
        <translation>±ε 使 {cell} 越过激活函数在 0 处的折点</translation>
    </message>
    <message>
        <source>±ε carries {cell} across the bend of the loss</source>
        <translation>±ε 使 {cell} 越过损失的折点</translation>
    </message>
    <message>
        <source>±ε carries {cell} across 0, where the penalty bends</source>
        <translation>±ε 使 {cell} 越过 0，即惩罚的折点</translation>
    </message>
    <message>
        <source>to check code</source>
        <translation>检查代码</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>a dict such as {'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …}, or two lists (dWs, dbs)</source>
        <translation>{'Z1': …, 'A1': …, 'delta2': …, 'dW2': …, 'db2': …} 这样的字典，或两个列表 (dWs, dbs)</translation>
    </message>
    <message>
        <source>two lists (weights, biases)</source>
        <translation>两个列表 (weights, biases)</translation>
    </message>
    <message>
        <source>an array of outputs or classes</source>
        <translation>输出或类别的数组</translation>
    </message>
    <message>
        <source>None (is there a return?)</source>
        <translation>None（是否忘了 return？）</translation>
    </message>
    <message>
        <source>the parameters as they were, and nothing else</source>
        <translation>只有原来的参数，没有别的</translation>
    </message>
    <message>
        <source>evolution strategy (1+1)</source>
        <translation>进化策略 (1+1)</translation>
    </message>
    <message>
        <source>evolution strategy (1, K)</source>
        <translation>进化策略 (1, K)</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count} 个数</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>至多 {count}</translation>
    </message>
    <message>
        <source>to write the samples out one by one</source>
        <translation>逐个写出样本</translation>
    </message>
    <message>
        <source>the last training sample</source>
        <translation>这是最后一个训练样本</translation>
    </message>
    <message>
        <source>XOR, four points</source>
        <translation>异或，四个点</translation>
    </message>
    <message>
        <source>The four corners of a square; noise jitters them</source>
        <translation>正方形的四个角；噪声使它们抖动</translation>
    </message>
    <message>
        <source>XOR, a cloud</source>
        <translation>异或，点云</translation>
    </message>
    <message>
        <source>Four quadrants, opposite ones of one class; noise mixes the labels near the axes</source>
        <translation>四个象限，对角属于同一类；噪声使坐标轴附近的类别混杂</translation>
    </message>
    <message>
        <source>MNIST digits, 28×28</source>
        <translation>MNIST，28×28</translation>
    </message>
    <message>
        <source>2 500 handwritten digits of the MNIST database, 250 of each, by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0); pixels are divided by 255, noise jitters them</source>
        <translation>MNIST 数据库的 2 500 个手写数字，每个数字 250 个，作者 Y. LeCun、C. Cortes、C. Burges（CC BY-SA 3.0）；像素除以 255，噪声使像素抖动</translation>
    </message>
    <message>
        <source>digits, 8×8</source>
        <translation>手写数字，8×8</translation>
    </message>
    <message>
        <source>1 797 handwritten digits by E. Alpaydin and C. Kaynak, from the UCI Machine Learning Repository (CC BY 4.0); pixels are divided by 16, noise jitters them</source>
        <translation>1 797 个手写数字，作者 E. Alpaydin、C. Kaynak，取自 UCI 机器学习库（CC BY 4.0）；像素除以 16，噪声使像素抖动</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>One period of a sine, to be fitted; noise is added to the targets</source>
        <translation>拟合一个周期的正弦；噪声加在目标值上</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>A disc inside a ring; noise mixes the labels near the edge</source>
        <translation>圆环里的圆盘；噪声使边缘附近的类别混杂</translation>
    </message>
    <message>
        <source>Playground: circle</source>
        <translation>Playground：圆</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s disc inside a ring; noise mixes the labels near the edge</source>
        <translation>TensorFlow Playground 的圆环里的圆盘；噪声使边缘附近的类别混杂</translation>
    </message>
    <message>
        <source>Playground: exclusive or</source>
        <translation>Playground：异或</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s four quadrants; noise mixes the labels near the axes</source>
        <translation>TensorFlow Playground 的四个象限；噪声使坐标轴附近的类别混杂</translation>
    </message>
    <message>
        <source>Playground: Gaussian</source>
        <translation>Playground：高斯</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s two clouds; noise spreads them into each other</source>
        <translation>TensorFlow Playground 的两团点云；噪声使它们互相渗透</translation>
    </message>
    <message>
        <source>Playground: spiral</source>
        <translation>Playground：螺旋</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s two arms; noise scatters the samples</source>
        <translation>TensorFlow Playground 的两条螺旋臂；噪声使样本散开</translation>
    </message>
    <message>
        <source>Playground: plane</source>
        <translation>Playground：平面</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s regression on a slope; noise blurs the targets</source>
        <translation>TensorFlow Playground 的斜面回归；噪声使目标值模糊</translation>
    </message>
    <message>
        <source>Playground: multi Gaussian</source>
        <translation>Playground：多个高斯</translation>
    </message>
    <message>
        <source>TensorFlow Playground’s regression on hills and hollows; noise blurs the targets</source>
        <translation>TensorFlow Playground 的丘谷回归；噪声使目标值模糊</translation>
    </message>
    <message>
        <source>at most {count}; more in a file</source>
        <translation>至多 {count}；更多请用文件</translation>
    </message>
    <message>
        <source>planar flower</source>
        <translation>平面花瓣</translation>
    </message>
    <message>
        <source>Petals of two classes, which no straight line parts; noise frays them</source>
        <translation>两类花瓣，直线分不开；噪声使花瓣变毛糙</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>双螺旋</translation>
    </message>
    <message>
        <source>Two arms wound about each other; noise moves the samples</source>
        <translation>两条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <source>spiral, three classes</source>
        <translation>三类螺旋</translation>
    </message>
    <message>
        <source>Three arms wound about each other; noise moves the samples</source>
        <translation>三条相互缠绕的螺旋臂；噪声使样本移位</translation>
    </message>
    <message>
        <source>two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Two interlocked crescents; noise frays them</source>
        <translation>两个互相咬合的月牙；噪声使它们变毛糙</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>mean 0, standard deviation 1</source>
        <translation>均值 0，标准差 1</translation>
    </message>
    <message>
        <source>from 0 to 1</source>
        <translation>从 0 到 1</translation>
    </message>
    <message>
        <source>divided by a number</source>
        <translation>除以一个数</translation>
    </message>
    <message>
        <source>with given numbers</source>
        <translation>用给定的数</translation>
    </message>
    <message>
        <source>X = raw</source>
        <translation>X = 原始值</translation>
    </message>
    <message>
        <source>X = (raw − mean) / standard deviation</source>
        <translation>X = (原始值 − 均值) / 标准差</translation>
    </message>
    <message>
        <source>X = (raw − least) / (greatest − least)</source>
        <translation>X = (原始值 − 最小值) / (最大值 − 最小值)</translation>
    </message>
    <message>
        <source>X = raw / divisor</source>
        <translation>X = 原始值 / 除数</translation>
    </message>
    <message>
        <source>X = (raw − offset) · factor</source>
        <translation>X = (原始值 − 偏移) · 系数</translation>
    </message>
    <message>
        <source>numbers too large, or too far apart, for this scaling</source>
        <translation>对这种缩放来说太大或相差太远的数</translation>
    </message>
    <message>
        <source>smaller ones, or scaling 'none'</source>
        <translation>较小的数，或缩放 'none'</translation>
    </message>
    <message>
        <source>two gaussians</source>
        <translation>两团高斯</translation>
    </message>
    <message>
        <source>Two round clouds; noise spreads them into each other</source>
        <translation>两团圆形点云；噪声使它们互相渗透</translation>
    </message>
    <message>
        <source>no arrays</source>
        <translation>没有数组</translation>
    </message>
    <message>
        <source>an array with the inputs and one with the answers, such as X and y</source>
        <translation>一个存放输入的数组和一个存放答案的数组，如 X 和 y</translation>
    </message>
    <message>
        <source>{arrays}</source>
        <translation>{arrays}</translation>
    </message>
    <message>
        <source>It is read together with {name}.</source>
        <translation>与 {name} 一起读取。</translation>
    </message>
    <message>
        <source>labels, and no file with their images</source>
        <translation>只有标签，没有图像文件</translation>
    </message>
    <message>
        <source>images, and no file with their labels</source>
        <translation>只有图像，没有标签文件</translation>
    </message>
    <message>
        <source>{name} beside it</source>
        <translation>旁边有 {name}</translation>
    </message>
    <message>
        <source>{bytes} as the first bytes</source>
        <translation>开头的字节为 {bytes}</translation>
    </message>
    <message>
        <source>00 00 08 03 for images, 00 00 08 01 for labels</source>
        <translation>图像为 00 00 08 03，标签为 00 00 08 01</translation>
    </message>
    <message>
        <source>{count} bytes of numbers</source>
        <translation>{count} 字节的数</translation>
    </message>
    <message>
        <source>{count}, for {sizes}</source>
        <translation>{count}，对应 {sizes}</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} 列</translation>
    </message>
    <message>
        <source>{count}, as in the first row</source>
        <translation>{count}，与第一行相同</translation>
    </message>
    <message>
        <source>a missing value</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>row {row}, column {column} ({name})</source>
        <translation>第 {row} 行第 {column} 列 ({name})</translation>
    </message>
    <message>
        <source>a finite number; fill it in, or leave out the column, or rows with missing values</source>
        <translation>有限数；请补上，或略去这一列，或略去有缺失值的行</translation>
    </message>
    <message>
        <source>a class; or leave out rows with missing values</source>
        <translation>类别；或略去有缺失值的行</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>no column of numbers beside the answer</source>
        <translation>除答案外没有数值列</translation>
    </message>
    <message>
        <source>at least one, for the inputs</source>
        <translation>至少一列，作为输入</translation>
    </message>
    <message>
        <source>two columns of the name {name}: {first} and {second}</source>
        <translation>两列同名 {name}：第 {first} 列和第 {second} 列</translation>
    </message>
    <message>
        <source>the header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>a name of its own for each column</source>
        <translation>每列各有不同的名字</translation>
    </message>
    <message>
        <source>fewer than two samples</source>
        <translation>不足两个样本</translation>
    </message>
    <message>
        <source>two rows of numbers or more</source>
        <translation>两行或更多行的数</translation>
    </message>
    <message>
        <source>texts in column {name}, as targets</source>
        <translation>以列 {name} 中的文字为目标</translation>
    </message>
    <message>
        <source>numbers, or classes</source>
        <translation>数值，或改为类别</translation>
    </message>
    <message>
        <source>several columns, as classes</source>
        <translation>以多列为类别</translation>
    </message>
    <message>
        <source>one column, or targets</source>
        <translation>一列，或改为目标</translation>
    </message>
    <message>
        <source>It is not UTF-8; it is read as {name}.</source>
        <translation>不是 UTF-8；按 {name} 读取。</translation>
    </message>
    <message>
        <source>Column {name} holds text and is left out.</source>
        <translation>列 {name} 是文字，已略去。</translation>
    </message>
    <message>
        <source>Column {name} only counts the rows and is left out.</source>
        <translation>列 {name} 只是行号，已略去。</translation>
    </message>
    <message>
        <source>row {row} or after</source>
        <translation>第 {row} 行或之后</translation>
    </message>
    <message>
        <source>a .gz file that ends too early, or is damaged</source>
        <translation>不完整或已损坏的 .gz 文件</translation>
    </message>
    <message>
        <source>a whole one: copy or download it again</source>
        <translation>完整的文件：请重新复制或下载</translation>
    </message>
    <message>
        <source>a file that can be read</source>
        <translation>可以读取的文件</translation>
    </message>
    <message>
        <source>nothing: it is empty</source>
        <translation>什么也没有：它是空的</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>to read the pasted text</source>
        <translation>读取粘贴的文字</translation>
    </message>
    <message>
        <source>to read {name}</source>
        <translation>读取 {name}</translation>
    </message>
    <message>
        <source>{samples} samples of {inputs} inputs</source>
        <translation>{samples} 个样本，每个 {inputs} 个输入</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>at most {count} numbers</source>
        <translation>至多 {count} 个数</translation>
    </message>
    <message>
        <source>values of type {type}</source>
        <translation>类型为 {type} 的值</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>finite numbers</source>
        <translation>有限数</translation>
    </message>
    <message>
        <source>{samples} samples and {answers} answers</source>
        <translation>{samples} 个样本和 {answers} 个答案</translation>
    </message>
    <message>
        <source>as many of both</source>
        <translation>两者数目相同</translation>
    </message>
    <message>
        <source>two samples or more</source>
        <translation>两个或更多样本</translation>
    </message>
    <message>
        <source>the answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>texts, as targets</source>
        <translation>以文字为目标</translation>
    </message>
    <message>
        <source>several numbers for each sample, as classes</source>
        <translation>每个样本有多个数，却作为类别</translation>
    </message>
    <message>
        <source>one number each, or rows with a single 1</source>
        <translation>每个样本一个数，或每行只有一个 1</translation>
    </message>
    <message>
        <source>an array of shape {shape} and type {type}</source>
        <translation>形状为 {shape}、类型为 {type} 的数组</translation>
    </message>
    <message>
        <source>a table of numbers: a row for each sample, with inputs and answer</source>
        <translation>数值表格：一行一个样本，含输入和答案</translation>
    </message>
    <message>
        <source>a whole array</source>
        <translation>完整的数组</translation>
    </message>
    <message>
        <source>a single column</source>
        <translation>只有一列</translation>
    </message>
    <message>
        <source>columns for the inputs and one for the answer</source>
        <translation>若干列输入和一列答案</translation>
    </message>
    <message>
        <source>columns {columns} for the answers</source>
        <translation>以列 {columns} 为答案</translation>
    </message>
    <message>
        <source>0 to {last}, at least one</source>
        <translation>0 到 {last}，至少一列</translation>
    </message>
    <message>
        <source>a single class, {name}</source>
        <translation>只有一个类别 {name}</translation>
    </message>
    <message>
        <source>two classes or more</source>
        <translation>两个或更多类别</translation>
    </message>
    <message>
        <source>{count} different answers</source>
        <translation>{count} 种不同的答案</translation>
    </message>
    <message>
        <source>at most {count} classes; numbers can be targets instead</source>
        <translation>至多 {count} 个类别；数值可以改作目标</translation>
    </message>
    <message>
        <source>another content than when the scenario was made</source>
        <translation>内容与创建场景时不同</translation>
    </message>
    <message>
        <source>the file as it was; open the changed one as new data</source>
        <translation>原来的文件；改过的请作为新数据打开</translation>
    </message>
    <message>
        <source>no array {name}</source>
        <translation>没有数组 {name}</translation>
    </message>
    <message>
        <source>test samples of another size</source>
        <translation>测试样本的大小不同</translation>
    </message>
    <message>
        <source>samples for training and for testing that are alike</source>
        <translation>大小相同的训练样本和测试样本</translation>
    </message>
    <message>
        <source>The arrays have a column for each sample; they are turned.</source>
        <translation>数组中一列一个样本；已转置。</translation>
    </message>
    <message>
        <source>Arrays that are left out: {names}.</source>
        <translation>略去的数组：{names}。</translation>
    </message>
    <message>
        <source>an Excel workbook, or another office document</source>
        <translation>Excel 工作簿或其他办公文档</translation>
    </message>
    <message>
        <source>its table saved as CSV, or pasted</source>
        <translation>把其中的表格存为 CSV，或粘贴过来</translation>
    </message>
    <message>
        <source>a whole NPZ file</source>
        <translation>完整的 NPZ 文件</translation>
    </message>
    <message>
        <source>no text: its byte {number} is {byte}</source>
        <translation>不是文本：第 {number} 个字节是 {byte}</translation>
    </message>
    <message>
        <source>CSV, TSV or another text table, NPZ, NPY, or IDX images with their labels</source>
        <translation>CSV、TSV 或其他文本表格，NPZ，NPY，或带标签的 IDX 图像</translation>
    </message>
    <message>
        <source>a row of more than {size} MB</source>
        <translation>超过 {size} MB 的一行</translation>
    </message>
    <message>
        <source>bytes that are no text in {encoding}</source>
        <translation>不是 {encoding} 文本的字节</translation>
    </message>
    <message>
        <source>text, best in UTF-8</source>
        <translation>文本，最好是 UTF-8</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>最终损失</translation>
    </message>
    <message>
        <source>Final test loss</source>
        <translation>最终测试损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Updates until learned</source>
        <translation>学会所需的更新</translation>
    </message>
    <message>
        <source>an axis of the map</source>
        <translation>扫描图的轴</translation>
    </message>
    <message>
        <source>{values} values</source>
        <translation>{values} 个值</translation>
    </message>
    <message>
        <source>samples that are given, and not drawn</source>
        <translation>给定的而非抽取的样本</translation>
    </message>
    <message>
        <source>another setting</source>
        <translation>另一项设置</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>不小于 {low}</translation>
    </message>
    <message>
        <source>whole numbers, {low} or more</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <source>whole numbers, {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>Hidden activation</source>
        <translation>隐藏层激活函数</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>Penalty rate</source>
        <translation>惩罚强度</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Initial scale</source>
        <translation>初始尺度</translation>
    </message>
    <message>
        <source>initial scale</source>
        <translation>初始尺度</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>no mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>the map</source>
        <translation>扫描图</translation>
    </message>
    <message>
        <source>two different settings</source>
        <translation>两项不同的设置</translation>
    </message>
    <message>
        <source>processes that stay until they are done</source>
        <translation>运行到底不退出的进程</translation>
    </message>
    <message>
        <source>no library for Dask clusters</source>
        <translation>没有 Dask 集群所需的库</translation>
    </message>
    <message>
        <source>nnviz installed as nnviz[cluster]</source>
        <translation>安装为 nnviz[cluster] 的 nnviz</translation>
    </message>
    <message>
        <source>no Dask scheduler that answers</source>
        <translation>没有应答的 Dask 调度器</translation>
    </message>
    <message>
        <source>an address such as tcp://host:8786</source>
        <translation>tcp://host:8786 这样的地址</translation>
    </message>
    <message>
        <source>workers with the same version of nnviz</source>
        <translation>与这里版本相同的 nnviz 的工作进程</translation>
    </message>
    <message>
        <source>a scheduler without workers</source>
        <translation>没有工作进程的调度器</translation>
    </message>
    <message>
        <source>at least one worker</source>
        <translation>至少一个工作进程</translation>
    </message>
    <message>
        <source>to train on a Dask cluster</source>
        <translation>在 Dask 集群上训练</translation>
    </message>
    <message>
        <source>all weights start at zero</source>
        <translation>所有权重都从零开始</translation>
    </message>
    <message>
        <source>np.zeros for the weights as for the biases.</source>
        <translation>权重和偏置一样用 np.zeros。</translation>
    </message>
    <message>
        <source>Hidden units are one unit many times over; often nothing moves but the output’s bias.</source>
        <translation>隐藏单元只是同一个单元的许多份；往往只有输出的偏置在动。</translation>
    </message>
    <message>
        <source>all weights start alike</source>
        <translation>所有权重都从同一个值开始</translation>
    </message>
    <message>
        <source>np.ones, or one number, for all weights.</source>
        <translation>所有权重都用 np.ones 或同一个数。</translation>
    </message>
    <message>
        <source>Hidden units stay alike for ever: the network is as good as one with a single hidden unit.</source>
        <translation>隐藏单元永远相同：网络只相当于有一个隐藏单元。</translation>
    </message>
    <message>
        <source>the last, partial batch leaks into the next epoch</source>
        <translation>最后不满的一批漏到下一轮</translation>
    </message>
    <message>
        <source>Gradients are summed until a batch is full, and not cleared when the epoch ends.</source>
        <translation>梯度一直累加到一批满为止，一轮结束时没有清零。</translation>
    </message>
    <message>
        <source>An epoch’s first update averages over more samples than a batch has, some of the epoch before.</source>
        <translation>一轮的第一次更新所平均的样本多于一批，其中有些属于上一轮。</translation>
    </message>
    <message>
        <source>a last batch that is smaller than the others</source>
        <translation>最后一批小于其他各批</translation>
    </message>
    <message>
        <source>a batch larger than the data, that never gets full</source>
        <translation>批比数据还大，永远装不满</translation>
    </message>
    <message>
        <source>The update is made when a batch is full, and the count starts anew with each epoch.</source>
        <translation>批满时才更新，而计数在每一轮重新开始。</translation>
    </message>
    <message>
        <source>Nothing is ever learned, and nothing is said.</source>
        <translation>什么也没有学到，也没有任何提示。</translation>
    </message>
    <message>
        <source>batches of more samples than there are</source>
        <translation>批的样本数多于现有的样本</translation>
    </message>
    <message>
        <source>prediction with a stale sample</source>
        <translation>用残留的样本做预测</translation>
    </message>
    <message>
        <source>predict() runs on the sample that a loop has left in x.</source>
        <translation>predict() 用的是循环留在 x 里的样本。</translation>
    </message>
    <message>
        <source>The loss falls, and yet all samples get the same answer.</source>
        <translation>损失在下降，所有样本却得到同一个回答。</translation>
    </message>
    <message>
        <source>The gradient check sees it. The wrong line is line {line}, which writes {symbol}.</source>
        <translation>梯度检查能发现它。出错的是第 {line} 行，它写出 {symbol}。</translation>
    </message>
    <message>
        <source>The update check sees it: {symbol} does not move as its gradient says, in line {line}.</source>
        <translation>更新检查能发现它：在第 {line} 行，{symbol} 没有按它的梯度移动。</translation>
    </message>
    <message>
        <source>No check sees it, but a shape tells: {symbol}, which line {line} writes, has a column for each sample.</source>
        <translation>哪种检查都发现不了，但形状会露出马脚：第 {line} 行写出的 {symbol} 对每个样本都有一列。</translation>
    </message>
    <message>
        <source>No check sees it, as every line is right. The weights at the start tell: they are all the same.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。起始的权重会露出马脚：它们全都相同。</translation>
    </message>
    <message>
        <source>No check sees it, as every line is right. The first batch of an epoch tells: it has too many samples.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。一轮的第一批会露出马脚：它的样本太多。</translation>
    </message>
    <message>
        <source>No check sees it, as every line is right. The accuracy tells: it does not follow the loss.</source>
        <translation>哪种检查都发现不了，因为每一行都是对的。准确率会露出马脚：它不随损失变化。</translation>
    </message>
    <message>
        <source>hidden δ from weights that are updated already</source>
        <translation>隐藏层的 δ 用了已经更新的权重</translation>
    </message>
    <message>
        <source>Each layer is updated as soon as its gradient is there, before the layer below reads its weights.</source>
        <translation>每一层一得到梯度就更新，而下一层还没有读它的权重。</translation>
    </message>
    <message>
        <source>It learns almost as it should: the error is of the size of the learning rate.</source>
        <translation>几乎照常学习：误差与学习率同量级。</translation>
    </message>
    <message>
        <source>a hidden layer</source>
        <translation>一个隐藏层</translation>
    </message>
    <message>
        <source>1/m missing</source>
        <translation>缺少 1/m</translation>
    </message>
    <message>
        <source>The loss is a mean over the batch, its gradient a sum.</source>
        <translation>损失是整批的平均，梯度却是总和。</translation>
    </message>
    <message>
        <source>The learning rate seems m times too large, and changes its meaning with the batch.</source>
        <translation>学习率好像大了 m 倍，而且随批的大小改变含义。</translation>
    </message>
    <message>
        <source>batches of two samples or more</source>
        <translation>每批两个或更多样本</translation>
    </message>
    <message>
        <source>bias gradient without the sum over the samples</source>
        <translation>偏置的梯度没有对样本求和</translation>
    </message>
    <message>
        <source>db = δ / m; then b − η · db is broadcast, and b grows a column for every sample.</source>
        <translation>db = δ / m；然后 b − η · db 被广播，b 为每个样本长出一列。</translation>
    </message>
    <message>
        <source>Each sample learns a bias of its own: training looks splendid, and nothing else can be predicted.</source>
        <translation>每个样本学到自己的偏置：训练看起来极好，别的却都无法预测。</translation>
    </message>
    <message>
        <source>all samples in one batch of two or more, none of them for testing</source>
        <translation>所有样本（两个或更多）在一批中，没有测试样本</translation>
    </message>
    <message>
        <source>biases never updated</source>
        <translation>偏置从不更新</translation>
    </message>
    <message>
        <source>db is computed and then forgotten.</source>
        <translation>算出 db 之后就忘了它。</translation>
    </message>
    <message>
        <source>It learns, but boundaries turn about a fixed place.</source>
        <translation>能学习，但分界线绕着固定的地方转。</translation>
    </message>
    <message>
        <source>biases that are trained</source>
        <translation>要训练的偏置</translation>
    </message>
    <message>
        <source>bias applied once for each input</source>
        <translation>每个输入都加一次偏置</translation>
    </message>
    <message>
        <source>The bias is added inside the loop over the inputs.</source>
        <translation>偏置加在了对输入的循环里面。</translation>
    </message>
    <message>
        <source>It learns; the bias works several times as strongly as its gradient says.</source>
        <translation>能学习；偏置的作用是其梯度所说的好几倍。</translation>
    </message>
    <message>
        <source>a layer with two inputs or more</source>
        <translation>有两个或更多输入的层</translation>
    </message>
    <message>
        <source>a hidden layer with another activation than the identity</source>
        <translation>激活函数不是恒等函数的隐藏层</translation>
    </message>
    <message>
        <source>another activation’s derivative</source>
        <translation>用了另一种激活函数的导数</translation>
    </message>
    <message>
        <source>The code of a tanh network is taken for sigmoid units, with its 1 − A², or the other way round.</source>
        <translation>把 tanh 网络的代码连同 1 − A² 用于 sigmoid 单元，或者反过来。</translation>
    </message>
    <message>
        <source>It learns, but worse than it should; hidden gradients are too large or too small.</source>
        <translation>能学习，但不如应有的好；隐藏层的梯度太大或太小。</translation>
    </message>
    <message>
        <source>1 − σ² for σ − σ²</source>
        <translation>把 σ − σ² 写成 1 − σ²</translation>
    </message>
    <message>
        <source>σ′ = σ − σ² is written from memory.</source>
        <translation>凭记忆写 σ′ = σ − σ²。</translation>
    </message>
    <message>
        <source>Hidden gradients are at least twice too large; small steps still go down.</source>
        <translation>隐藏层的梯度至少大一倍；小步长仍会下降。</translation>
    </message>
    <message>
        <source>a hidden layer with sigmoid</source>
        <translation>有 sigmoid 的隐藏层</translation>
    </message>
    <message>
        <source>δ’s sign flipped</source>
        <translation>δ 的符号反了</translation>
    </message>
    <message>
        <source>Y − A for A − Y, and then the gradient is subtracted all the same.</source>
        <translation>把 A − Y 写成 Y − A，之后仍然减去梯度。</translation>
    </message>
    <message>
        <source>The loss rises from the first update on.</source>
        <translation>损失从第一次更新起就上升。</translation>
    </message>
    <message>
        <source>a factor ½ too much</source>
        <translation>多了一个 ½</translation>
    </message>
    <message>
        <source>A ½ is carried into the gradient from a loss that has none, or that has lost it by differentiation.</source>
        <translation>损失里没有 ½，或求导时已经消去，却把它带进了梯度。</translation>
    </message>
    <message>
        <source>It learns, at half the rate.</source>
        <translation>能学习，速度减半。</translation>
    </message>
    <message>
        <source>the un-halved loss’s gradient for ½(a − y)²</source>
        <translation>对 ½(a − y)² 用了没有 ½ 的损失的梯度</translation>
    </message>
    <message>
        <source>The loss is written with ½, its gradient as 2(a − y).</source>
        <translation>损失带 ½，梯度却写成 2(a − y)。</translation>
    </message>
    <message>
        <source>It learns, at twice the rate.</source>
        <translation>能学习，速度加倍。</translation>
    </message>
    <message>
        <source>the half squared error</source>
        <translation>半平方误差</translation>
    </message>
    <message>
        <source>f′ forgotten at the output</source>
        <translation>输出层忘了 f′</translation>
    </message>
    <message>
        <source>δ = A − Y is right for cross-entropy, and copied to the squared error.</source>
        <translation>δ = A − Y 对交叉熵是对的，却照搬到平方误差。</translation>
    </message>
    <message>
        <source>It learns, often faster; the loss that falls is not the one that is written down.</source>
        <translation>能学习，往往更快；下降的却不是写下的那个损失。</translation>
    </message>
    <message>
        <source>a loss whose δ has the output’s derivative in it, such as the squared error after sigmoid</source>
        <translation>δ 中含有输出导数的损失，如 sigmoid 之后的平方误差</translation>
    </message>
    <message>
        <source>σ′ once more with cross-entropy</source>
        <translation>交叉熵时又乘了一次 σ′</translation>
    </message>
    <message>
        <source>With cross-entropy σ′ has cancelled already; it is multiplied in again.</source>
        <translation>用交叉熵时 σ′ 已经消去，却又乘了一次。</translation>
    </message>
    <message>
        <source>Outputs that are surely wrong no longer learn.</source>
        <translation>肯定错了的输出不再学习。</translation>
    </message>
    <message>
        <source>a cross-entropy computed from the logits</source>
        <translation>由 logits 计算的交叉熵</translation>
    </message>
    <message>
        <source>leaky ReLU’s derivative 0 below zero</source>
        <translation>leaky ReLU 在零以下的导数写成 0</translation>
    </message>
    <message>
        <source>ReLU’s derivative is left in place when ReLU is made leaky.</source>
        <translation>把 ReLU 改成 leaky 时，保留了 ReLU 的导数。</translation>
    </message>
    <message>
        <source>Units die as with ReLU, though their outputs leak.</source>
        <translation>单元像 ReLU 那样死亡，尽管其输出有泄漏。</translation>
    </message>
    <message>
        <source>a layer with leaky ReLU</source>
        <translation>有 leaky ReLU 的层</translation>
    </message>
    <message>
        <source>weights not transposed</source>
        <translation>权重没有转置</translation>
    </message>
    <message>
        <source>W · δ for Wᵀ · δ; where two layers have as many units, the shapes do not tell.</source>
        <translation>把 Wᵀ · δ 写成 W · δ；两层单元数相同时，形状看不出来。</translation>
    </message>
    <message>
        <source>It may learn, slowly; the deltas reach the wrong units.</source>
        <translation>也许能学习，但很慢；δ 传到了错误的单元。</translation>
    </message>
    <message>
        <source>a layer with as many units as the hidden layer before it, two or more</source>
        <translation>单元数与其前面的隐藏层相同（两个或更多）的层</translation>
    </message>
    <message>
        <source>sum of the deltas without the weights</source>
        <translation>各 δ 相加而没有乘权重</translation>
    </message>
    <message>
        <source>The deltas of the layer above are added up, and its weights are forgotten.</source>
        <translation>把上一层的 δ 相加，却忘了它的权重。</translation>
    </message>
    <message>
        <source>Hidden gradients have the wrong sign wherever a weight is negative; the loss may fall all the same.</source>
        <translation>凡是权重为负处，隐藏层梯度的符号都是错的；损失却可能照样下降。</translation>
    </message>
    <message>
        <source>sum of the weights’ gradients for that of the weighted deltas</source>
        <translation>用权重梯度之和代替加权 δ 之和</translation>
    </message>
    <message>
        <source>A well-known slide goes on from ∂L/∂W of the layer above, in the place of W · δ.</source>
        <translation>一份有名的幻灯片在该用 W · δ 的地方，用上一层的 ∂L/∂W 继续往下算。</translation>
    </message>
    <message>
        <source>matrix product for the element-wise one</source>
        <translation>用矩阵乘法代替了逐元素乘法</translation>
    </message>
    <message>
        <source>dot, or @, where * is meant; with as many units as the batch has samples, the shapes do not tell.</source>
        <translation>该用 * 的地方用了 dot 或 @；单元数与一批的样本数相同时，形状看不出来。</translation>
    </message>
    <message>
        <source>The deltas of different samples are mixed.</source>
        <translation>不同样本的 δ 混在了一起。</translation>
    </message>
    <message>
        <source>hidden layers that all have as many units as the batch has samples, two or more</source>
        <translation>所有隐藏层的单元数都等于一批的样本数（两个或更多）</translation>
    </message>
    <message>
        <source>a percentage that leaves a sample for training</source>
        <translation>能留下训练样本的百分比</translation>
    </message>
    <message>
        <source>no inputs at all</source>
        <translation>没有任何输入</translation>
    </message>
    <message>
        <source>whole numbers, 1 to {most}</source>
        <translation>1 到 {most} 的整数</translation>
    </message>
    <message>
        <source>a whole number, 1 or more</source>
        <translation>不小于 1 的整数</translation>
    </message>
    <message>
        <source>a number, 0 or more</source>
        <translation>不小于 0 的数</translation>
    </message>
    <message>
        <source>Playground takes {taken} % for {asked} %, and so does nnviz</source>
        <translation>Playground 把 {asked} % 当作 {taken} %，nnviz 也一样</translation>
    </message>
    <message>
        <source>the very same samples, written out one by one</source>
        <translation>完全相同的样本，逐个写出</translation>
    </message>
    <message>
        <source>the very same samples</source>
        <translation>完全相同的样本</translation>
    </message>
    <message>
        <source>no seed: Playground draws other samples each time, nnviz always these</source>
        <translation>没有种子：Playground 每次抽取不同的样本，nnviz 总用这些</translation>
    </message>
    <message>
        <source>{train} samples for training, {test} for testing</source>
        <translation>{train} 个样本用于训练，{test} 个用于测试</translation>
    </message>
    <message>
        <source>{count} of the seven features</source>
        <translation>七个特征中的 {count} 个</translation>
    </message>
    <message>
        <source>hidden layers, activations, output and loss</source>
        <translation>隐藏层、激活函数、输出和损失</translation>
    </message>
    <message>
        <source>all weights and biases start at zero</source>
        <translation>所有权重和偏置都从零开始</translation>
    </message>
    <message>
        <source>the first weights of a page just loaded; its Reset button would draw others</source>
        <translation>页面刚载入时的初始权重；那里的重置按钮会另行抽取</translation>
    </message>
    <message>
        <source>weights between −0.5 and 0.5 as in Playground, drawn by nnviz; biases 0.1</source>
        <translation>权重与 Playground 一样在 −0.5 与 0.5 之间，由 nnviz 抽取；偏置为 0.1</translation>
    </message>
    <message>
        <source>learning rate, with means over the batch</source>
        <translation>学习率，对整批取平均</translation>
    </message>
    <message>
        <source>batch size, and samples in a fixed order</source>
        <translation>批大小，以及样本的固定次序</translation>
    </message>
    <message>
        <source>batches of {size} leave {rest} samples over, which Playground takes into the next epoch’s first update; carried over as a known mistake, which can be switched off</source>
        <translation>每批 {size} 个会剩下 {rest} 个样本，Playground 把它们并入下一轮的第一次更新；作为已知的错误沿用，可以关闭</translation>
    </message>
    <message>
        <source>batches of more samples than there are: Playground never learns then; carried over as a known mistake, which can be switched off</source>
        <translation>批的样本数多于现有的样本：这时 Playground 永远学不到东西；作为已知的错误沿用，可以关闭</translation>
    </message>
    <message>
        <source>a weight that L1 moves across 0 stays at 0 for good in Playground; here it may leave it again</source>
        <translation>在 Playground 中，被 L1 推过 0 的权重永远停在 0；在这里它还能离开</translation>
    </message>
    <message>
        <source>the penalty; nnviz shows the loss with it, Playground without</source>
        <translation>惩罚；nnviz 显示的损失含惩罚，Playground 的不含</translation>
    </message>
    <message>
        <source>how the plane is drawn</source>
        <translation>平面的画法</translation>
    </message>
    <message>
        <source>without effect in Playground, too</source>
        <translation>在 Playground 中也不起作用</translation>
    </message>
    <message>
        <source>an option that Playground does not know; its default is taken</source>
        <translation>Playground 不认识的选项；用它的默认值</translation>
    </message>
    <message>
        <source>hidden there by the link; nnviz shows every control</source>
        <translation>被链接在那里隐藏；nnviz 显示所有控件</translation>
    </message>
    <message>
        <source>about the web page, not about learning</source>
        <translation>只关系到网页，与学习无关</translation>
    </message>
    <message>
        <source>unknown to Playground</source>
        <translation>Playground 不认识</translation>
    </message>
    <message>
        <source>the Playground link</source>
        <translation>Playground 链接</translation>
    </message>
    <message>
        <source>to compile the updates</source>
        <translation>编译更新</translation>
    </message>
    <message>
        <source>a numba that works; until then numpy runs them</source>
        <translation>可用的 numba；在此之前由 numpy 运行</translation>
    </message>
    <message>
        <source>{name}: {samples} samples, {inputs} inputs, answer: {answers}, scaling: {scaling}</source>
        <translation>{name}：{samples} 个样本，{inputs} 个输入，答案：{answers}，缩放：{scaling}</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name} ({number})</translation>
    </message>
    <message>
        <source>to compare another session</source>
        <translation>对比另一个会话</translation>
    </message>
    <message>
        <source>{count} of them already</source>
        <translation>已有 {count} 个</translation>
    </message>
    <message>
        <source>{count} at most; take one away first</source>
        <translation>至多 {count} 个；请先移除一个</translation>
    </message>
</context></TS>
