; a559881081dd91f47846c22941d952811bc55048eb1778759fe39653c8304c35


; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @normalise(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.data, ptr readonly %arg.offsets, i64 %arg.first, i64 %arg.last, ptr readonly %arg.fold, ptr writeonly %arg.letters, ptr writeonly %arg.places, ptr writeonly %arg.starts, i64 %arg.base) local_unnamed_addr #0 {
B0.endif:
  %.64 = sub i64 %arg.last, %arg.first
  %.110161.not = icmp slt i64 %.64, 1
  br i1 %.110161.not, label %B1334, label %B44.preheader

B44.preheader:                                    ; preds = %B0.endif
  br label %B44

B44:                                              ; preds = %B1330, %B44.preheader
  %n.2.0164 = phi i64 [ %n.3.2, %B1330 ], [ %arg.base, %B44.preheader ]
  %.109159163 = phi i64 [ %.119, %B1330 ], [ %.64, %B44.preheader ]
  %.116160162 = phi i64 [ %.123, %B1330 ], [ %arg.first, %B44.preheader ]
  %.119 = add nsw i64 %.109159163, -1
  %.123 = add i64 %.116160162, 1
  %.158 = getelementptr i64, ptr %arg.starts, i64 %.116160162
  store i64 %n.2.0164, ptr %.158, align 8
  %.163 = getelementptr i64, ptr %arg.offsets, i64 %.116160162
  %.164 = load i64, ptr %.163, align 8
  %.170 = getelementptr i8, ptr %.163, i64 8
  %.171 = load i64, ptr %.170, align 8
  %.185 = icmp slt i64 %.164, %.171
  br i1 %.185, label %B120.preheader, label %B1330

B120.preheader:                                   ; preds = %B44
  br label %B120

B120:                                             ; preds = %B1306, %B120.preheader
  %n.5.1 = phi i64 [ %n.4.3, %B1306 ], [ %n.2.0164, %B120.preheader ]
  %i.5.1 = phi i64 [ %i.6.3172, %B1306 ], [ %.164, %B120.preheader ]
  %at.2.1 = phi i32 [ %.589, %B1306 ], [ 0, %B120.preheader ]
  %inside.5.1 = phi i1 [ %inside.6.3, %B1306 ], [ false, %B120.preheader ]
  %broken.5.1 = phi i1 [ %broken.6.3, %B1306 ], [ false, %B120.preheader ]
  %.194 = getelementptr i8, ptr %arg.data, i64 %i.5.1
  %.195 = load i8, ptr %.194, align 1
  %promoted = zext i8 %.195 to i64
  %.207 = zext nneg i8 %.195 to i64
  %.201 = icmp sgt i8 %.195, -1
  br i1 %.201, label %B148, label %B202

B148:                                             ; preds = %B120
  %.212 = add nsw i64 %i.5.1, 1
  br label %B990

B202:                                             ; preds = %B120
  %0 = trunc i64 %.207 to i8
  %.221 = icmp samesign ult i8 %0, -32
  br i1 %.221, label %B214, label %B344

B214:                                             ; preds = %B202
  %1 = and i64 %promoted, 31
  %.230 = shl nuw nsw i64 %1, 6
  %sunkaddr = getelementptr i8, ptr %arg.data, i64 %i.5.1
  %sunkaddr1 = getelementptr i8, ptr %sunkaddr, i64 1
  %.235 = load i8, ptr %sunkaddr1, align 1
  %promoted2 = zext i8 %.235 to i64
  %2 = and i64 %promoted2, 63
  %.240 = or disjoint i64 %.230, %2
  %.244 = add nsw i64 %i.5.1, 2
  br label %B990

B344:                                             ; preds = %B202
  %3 = trunc i64 %promoted to i8
  %.252 = icmp samesign ult i8 %3, -16
  %sunkaddr3 = getelementptr i8, ptr %arg.data, i64 %i.5.1
  %sunkaddr4 = getelementptr i8, ptr %sunkaddr3, i64 1
  %.266 = load i8, ptr %sunkaddr4, align 1
  %promoted5 = zext i8 %.266 to i64
  %4 = and i64 %promoted5, 63
  %sunkaddr6 = getelementptr i8, ptr %arg.data, i64 %i.5.1
  %sunkaddr7 = getelementptr i8, ptr %sunkaddr6, i64 2
  %.277 = load i8, ptr %sunkaddr7, align 1
  %promoted8 = zext i8 %.277 to i64
  %5 = and i64 %promoted8, 63
  br i1 %.252, label %B356, label %B830

B356:                                             ; preds = %B344
  %6 = trunc i64 %promoted to i8
  %7 = and i8 %6, 15
  %.260 = zext nneg i8 %7 to i64
  %.261 = shl nuw nsw i64 %.260, 12
  %.271 = shl nuw nsw i64 %4, 6
  %.272 = or disjoint i64 %.271, %.261
  %.282 = or disjoint i64 %.272, %5
  %.286 = add nsw i64 %i.5.1, 3
  br label %B990

B830:                                             ; preds = %B344
  %8 = trunc i64 %.207 to i8
  %9 = and i8 %8, 7
  %.298 = zext nneg i8 %9 to i64
  %.299 = shl nuw nsw i64 %.298, 18
  %.309 = shl nuw nsw i64 %4, 12
  %.310 = or disjoint i64 %.309, %.299
  %.320 = shl nuw nsw i64 %5, 6
  %sunkaddr11 = getelementptr i8, ptr %arg.data, i64 %i.5.1
  %sunkaddr12 = getelementptr i8, ptr %sunkaddr11, i64 3
  %.326 = load i8, ptr %sunkaddr12, align 1
  %promoted13 = zext i8 %.326 to i64
  %10 = and i64 %promoted13, 63
  %11 = or disjoint i64 %.320, %10
  %.331 = or disjoint i64 %11, %.310
  %.335 = add nsw i64 %i.5.1, 4
  %.344 = icmp samesign ult i64 %.310, 65536
  br i1 %.344, label %B990, label %B860

B860:                                             ; preds = %B830
  %or.cond = icmp eq i64 %.310, 126976
  br i1 %or.cond, label %B1146, label %B990.thread

B990.thread:                                      ; preds = %B860
  %.369 = mul nuw nsw i64 %.331, 40503
  %.370 = lshr i64 %.369, 4
  %12 = trunc i64 %.370 to i16
  %.373 = or i16 %12, -32768
  br label %B994

B990:                                             ; preds = %B830, %B356, %B214, %B148
  %i.6.3175 = phi i64 [ %.335, %B830 ], [ %.286, %B356 ], [ %.244, %B214 ], [ %.212, %B148 ]
  %code.4.3171 = phi i64 [ %.331, %B830 ], [ %.282, %B356 ], [ %.240, %B214 ], [ %.207, %B148 ]
  %.348 = getelementptr i16, ptr %arg.fold, i64 %code.4.3171
  %.349 = load i16, ptr %.348, align 2
  %.378.not = icmp eq i16 %.349, 0
  br i1 %.378.not, label %B1146, label %B994

B994:                                             ; preds = %B990, %B990.thread
  %i.6.3173 = phi i64 [ %.335, %B990.thread ], [ %i.6.3175, %B990 ]
  %letter.3.3141 = phi i16 [ %.373, %B990.thread ], [ %.349, %B990 ]
  %.385 = getelementptr i16, ptr %arg.letters, i64 %n.5.1
  store i16 %letter.3.3141, ptr %.385, align 2
  %.393 = getelementptr i32, ptr %arg.places, i64 %n.5.1
  %brmerge = select i1 %inside.5.1, i1 true, i1 %broken.5.1
  %.413 = or i32 %at.2.1, -2147483648
  %storemerge158 = select i1 %brmerge, i32 %at.2.1, i32 %.413
  store i32 %storemerge158, ptr %.393, align 4
  %.420 = add nsw i64 %n.5.1, 1
  br label %B1306

B1146:                                            ; preds = %B990, %B860
  %i.6.3174 = phi i64 [ %.335, %B860 ], [ %i.6.3175, %B990 ]
  %code.4.3170 = phi i64 [ %.331, %B860 ], [ %code.4.3171, %B990 ]
  switch i64 %code.4.3170, label %B1274 [
    i64 8217, label %B1306
    i64 8208, label %B1306
    i64 173, label %B1306
    i64 45, label %B1306
    i64 39, label %B1306
    i64 32, label %B1252
    i64 13, label %B1252
    i64 10, label %B1252
  ]

B1252:                                            ; preds = %B1146, %B1146, %B1146
  %.505 = icmp ne i64 %code.4.3170, 32
  %spec.select = and i1 %broken.5.1, %.505
  br label %B1306

B1274:                                            ; preds = %B1146
  %13 = add nsw i64 %code.4.3170, -768
  %or.cond155 = icmp ult i64 %13, 112
  %spec.select156 = select i1 %or.cond155, i1 %inside.5.1, i1 false
  %spec.select157 = select i1 %or.cond155, i1 %broken.5.1, i1 false
  br label %B1306

B1306:                                            ; preds = %B1274, %B1252, %B1146, %B1146, %B1146, %B1146, %B1146, %B994
  %i.6.3172 = phi i64 [ %i.6.3173, %B994 ], [ %i.6.3174, %B1274 ], [ %i.6.3174, %B1146 ], [ %i.6.3174, %B1252 ], [ %i.6.3174, %B1146 ], [ %i.6.3174, %B1146 ], [ %i.6.3174, %B1146 ], [ %i.6.3174, %B1146 ]
  %n.4.3 = phi i64 [ %.420, %B994 ], [ %n.5.1, %B1274 ], [ %n.5.1, %B1146 ], [ %n.5.1, %B1252 ], [ %n.5.1, %B1146 ], [ %n.5.1, %B1146 ], [ %n.5.1, %B1146 ], [ %n.5.1, %B1146 ]
  %inside.6.3 = phi i1 [ true, %B994 ], [ %spec.select156, %B1274 ], [ false, %B1146 ], [ false, %B1252 ], [ false, %B1146 ], [ false, %B1146 ], [ false, %B1146 ], [ false, %B1146 ]
  %broken.6.3 = phi i1 [ false, %B994 ], [ %spec.select157, %B1274 ], [ %inside.5.1, %B1146 ], [ %spec.select, %B1252 ], [ %inside.5.1, %B1146 ], [ %inside.5.1, %B1146 ], [ %inside.5.1, %B1146 ], [ %inside.5.1, %B1146 ]
  %.589 = add i32 %at.2.1, 1
  %.594 = icmp slt i64 %i.6.3172, %.171
  br i1 %.594, label %B120, label %B1330

B1330:                                            ; preds = %B1306, %B44
  %n.3.2 = phi i64 [ %n.2.0164, %B44 ], [ %n.4.3, %B1306 ]
  %.110 = icmp sgt i64 %.109159163, 1
  br i1 %.110, label %B44, label %B1334

B1334:                                            ; preds = %B1330, %B0.endif
  %n.2.0.lcssa = phi i64 [ %arg.base, %B0.endif ], [ %n.3.2, %B1330 ]
  store i64 %n.2.0.lcssa, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @seeds(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.letters, ptr readonly %arg.starts, i64 %arg.first, i64 %arg.last, i64 %arg.k, i64 %arg.w, i64 %arg.shift, ptr %arg.ring, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %const = bitcast i64 1099511628211 to i64
  %.120347 = icmp sgt i64 %arg.k, 1
  br i1 %.120347, label %B122.preheader, label %B136.endif

B122.preheader:                                   ; preds = %B0.endif
  %0 = add nsw i64 %arg.k, -1
  %1 = add nsw i64 %arg.k, -2
  %xtraiter = and i64 %0, 7
  %2 = icmp ult i64 %1, 7
  br i1 %2, label %B122.epil.preheader, label %B122.preheader.new

B122.preheader.new:                               ; preds = %B122.preheader
  %unroll_iter = and i64 %0, -8
  br label %B122

B122:                                             ; preds = %B122, %B122.preheader.new
  %lsr.iv37 = phi i64 [ %lsr.iv.next38, %B122 ], [ %unroll_iter, %B122.preheader.new ]
  %top.2.0350 = phi i64 [ 1, %B122.preheader.new ], [ %.160.7, %B122 ]
  %.160.7 = mul i64 %top.2.0350, 2232315406967589409
  %lsr.iv.next38 = add i64 %lsr.iv37, -8
  %niter.ncmp.7.not = icmp eq i64 %lsr.iv.next38, 0
  br i1 %niter.ncmp.7.not, label %B136.endif.loopexit.unr-lcssa, label %B122

B300:                                             ; preds = %B300.lr.ph, %B1393
  %m.4.0422 = phi i64 [ 0, %B300.lr.ph ], [ %m.5.1, %B1393 ]
  %.264395421 = phi i64 [ %.221, %B300.lr.ph ], [ %.274, %B1393 ]
  %.271396420 = phi i64 [ %arg.first, %B300.lr.ph ], [ %.278, %B1393 ]
  %.274 = add nsw i64 %.264395421, -1
  %.278 = add i64 %.271396420, 1
  %.304 = getelementptr i64, ptr %arg.starts, i64 %.271396420
  %.305 = load i64, ptr %.304, align 8
  %.311 = getelementptr i8, ptr %.304, i64 8
  %.312 = load i64, ptr %.311, align 8
  %.318 = sub nsw i64 %.312, %.305
  %.320 = icmp slt i64 %.318, %arg.k
  br i1 %.320, label %B1393, label %B360.endif

B446:                                             ; preds = %B446.preheader19, %B446
  %lsr.iv = phi i64 [ %unroll_iter8, %B446.preheader19 ], [ %lsr.iv.next, %B446 ]
  %rolling.4.2357 = phi i64 [ %.465.3, %B446 ], [ 0, %B446.preheader19 ]
  %.426353355 = phi i64 [ %.433.3, %B446 ], [ %.305, %B446.preheader19 ]
  %.460 = mul i64 %rolling.4.2357, %const
  %sunkaddr = mul i64 %.426353355, 2
  %sunkaddr41 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr
  %.463 = load i16, ptr %sunkaddr41, align 2
  %.464 = zext i16 %.463 to i64
  %.465 = add i64 %.460, %.464
  %.460.1 = mul i64 %.465, %const
  %sunkaddr42 = mul i64 %.426353355, 2
  %sunkaddr43 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr42
  %sunkaddr44 = getelementptr i8, ptr %sunkaddr43, i64 2
  %.463.1 = load i16, ptr %sunkaddr44, align 2
  %.464.1 = zext i16 %.463.1 to i64
  %.465.1 = add i64 %.460.1, %.464.1
  %.460.2 = mul i64 %.465.1, %const
  %sunkaddr45 = mul i64 %.426353355, 2
  %sunkaddr46 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr45
  %sunkaddr47 = getelementptr i8, ptr %sunkaddr46, i64 4
  %.463.2 = load i16, ptr %sunkaddr47, align 2
  %.464.2 = zext i16 %.463.2 to i64
  %.465.2 = add i64 %.460.2, %.464.2
  %.433.3 = add i64 %.426353355, 4
  %.460.3 = mul i64 %.465.2, %const
  %sunkaddr48 = mul i64 %.433.3, 2
  %sunkaddr49 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr48
  %sunkaddr50 = getelementptr i8, ptr %sunkaddr49, i64 -2
  %.463.3 = load i16, ptr %sunkaddr50, align 2
  %.464.3 = zext i16 %.463.3 to i64
  %.465.3 = add i64 %.460.3, %.464.3
  %lsr.iv.next = add i64 %lsr.iv, -4
  %niter9.ncmp.3.not = icmp eq i64 %lsr.iv.next, 0
  br i1 %niter9.ncmp.3.not, label %B514.endif.loopexit.unr-lcssa, label %B446

B610:                                             ; preds = %B610.preheader, %B1384
  %lsr.iv33 = phi i64 [ %18, %B610.preheader ], [ %lsr.iv.next34, %B1384 ]
  %lsr.iv31 = phi i64 [ %25, %B610.preheader ], [ %lsr.iv.next32, %B1384 ]
  %lsr.iv29 = phi i64 [ %24, %B610.preheader ], [ %lsr.iv.next30, %B1384 ]
  %kept.2.2389 = phi i64 [ %kept.3.4, %B1384 ], [ -1, %B610.preheader ]
  %best_at.3.2388 = phi i64 [ %best_at.4.3, %B1384 ], [ -1, %B610.preheader ]
  %best.4.2387 = phi i64 [ %best.5.3, %B1384 ], [ 0, %B610.preheader ]
  %rolling.5.2386 = phi i64 [ %.660, %B1384 ], [ %rolling.4.2.lcssa, %B610.preheader ]
  %m.2.2385 = phi i64 [ %m.3.4, %B1384 ], [ %m.4.0422, %B610.preheader ]
  %.578372384 = phi i64 [ %.588, %B1384 ], [ %.535, %B610.preheader ]
  %.585373383 = phi i64 [ %.592, %B1384 ], [ %.305, %B610.preheader ]
  %.588 = add nsw i64 %.578372384, -1
  %.592 = add i64 %.585373383, 1
  %.622 = mul i64 %rolling.5.2386, %const
  %gep = getelementptr i16, ptr %invariant.gep, i64 %.585373383
  %.630 = getelementptr i8, ptr %gep, i64 -2
  %.631 = load i16, ptr %.630, align 2
  %.632 = zext i16 %.631 to i64
  %.633 = add i64 %.622, %.632
  %.634 = lshr i64 %.633, 32
  %.635 = xor i64 %.634, %.633
  %.636 = mul i64 %.635, -7046029254386353131
  %.637 = lshr i64 %.636, 29
  %.638 = xor i64 %.637, %.636
  %.639 = mul i64 %.638, -4658895280553007687
  %.640 = lshr i64 %.639, 32
  %.641 = xor i64 %.640, %.639
  %.647 = sub nsw i64 %.585373383, %.305
  %.648 = and i64 %.647, 63
  %.651 = getelementptr i64, ptr %arg.ring, i64 %.648
  store i64 %.641, ptr %.651, align 8
  %.655 = getelementptr i16, ptr %arg.letters, i64 %.585373383
  %.656 = load i16, ptr %.655, align 2
  %.657 = zext i16 %.656 to i64
  %.659 = mul i64 %top.2.0.lcssa, %.657
  %.660 = sub i64 %.633, %.659
  %.665 = icmp slt i64 %best_at.3.2388, 0
  %.669 = icmp ule i64 %.641, %best.4.2387
  %or.cond = select i1 %.665, i1 true, i1 %.669
  br i1 %or.cond, label %B1214, label %B1052

B1052:                                            ; preds = %B610
  %3 = icmp slt i64 %arg.w, 1
  %.698 = sub nsw i64 %.585373383, %arg.w
  %.700.not = icmp sgt i64 %best_at.3.2388, %.698
  %brmerge = or i1 %3, %.700.not
  %best.4.2387.mux = select i1 %.700.not, i64 %best.4.2387, i64 -1
  br i1 %brmerge, label %B1214, label %B1162.preheader

B1162.preheader:                                  ; preds = %B1052
  %4 = icmp eq i64 %arg.w, 1
  br i1 %4, label %B1162.epil.preheader, label %B1162.preheader18

B1162.preheader18:                                ; preds = %B1162.preheader
  br label %B1162

B1162:                                            ; preds = %B1162, %B1162.preheader18
  %best.6.4367 = phi i64 [ %spec.select.1, %B1162 ], [ -1, %B1162.preheader18 ]
  %best_at.5.4366 = phi i64 [ %spec.select339.1, %B1162 ], [ %best_at.3.2388, %B1162.preheader18 ]
  %niter17 = phi i64 [ %niter17.next.1, %B1162 ], [ 0, %B1162.preheader18 ]
  %5 = add i64 %lsr.iv31, %niter17
  %6 = add i64 %5, 1
  %7 = add i64 %lsr.iv33, %niter17
  %8 = add i64 %7, 1
  %.864 = and i64 %8, 63
  %.866 = getelementptr i64, ptr %arg.ring, i64 %.864
  %.867 = load i64, ptr %.866, align 8
  %.873.not = icmp ugt i64 %.867, %best.6.4367
  %spec.select = tail call i64 @llvm.umin.i64(i64 %.867, i64 %best.6.4367)
  %spec.select339 = select i1 %.873.not, i64 %best_at.5.4366, i64 %6
  %9 = add i64 %lsr.iv31, %niter17
  %10 = add i64 %9, 2
  %11 = add i64 %lsr.iv33, %niter17
  %12 = add i64 %11, 2
  %.864.1 = and i64 %12, 63
  %.866.1 = getelementptr i64, ptr %arg.ring, i64 %.864.1
  %.867.1 = load i64, ptr %.866.1, align 8
  %.873.not.1 = icmp ugt i64 %.867.1, %spec.select
  %spec.select.1 = tail call i64 @llvm.umin.i64(i64 %.867.1, i64 %spec.select)
  %spec.select339.1 = select i1 %.873.not.1, i64 %spec.select339, i64 %10
  %niter17.next.1 = add i64 %niter17, 2
  %niter17.ncmp.1.not = icmp eq i64 %unroll_iter16, %niter17.next.1
  br i1 %niter17.ncmp.1.not, label %B1214.loopexit.unr-lcssa, label %B1162

B1214.loopexit.unr-lcssa:                         ; preds = %B1162
  %13 = and i64 %arg.w, 1
  %14 = icmp eq i64 %13, 0
  %15 = mul i64 %lsr.iv29, -1
  %16 = add i64 %15, %niter17.next.1
  br i1 %14, label %B1214, label %B1162.epil.preheader

B1162.epil.preheader:                             ; preds = %B1214.loopexit.unr-lcssa, %B1162.preheader
  %best.6.4367.epil.init = phi i64 [ -1, %B1162.preheader ], [ %spec.select.1, %B1214.loopexit.unr-lcssa ]
  %best_at.5.4366.epil.init = phi i64 [ %best_at.3.2388, %B1162.preheader ], [ %spec.select339.1, %B1214.loopexit.unr-lcssa ]
  %.812362364.in.epil.init = phi i64 [ %.698, %B1162.preheader ], [ %16, %B1214.loopexit.unr-lcssa ]
  %.812362364.epil = add i64 %.812362364.in.epil.init, 1
  %.863.epil = sub nsw i64 %.812362364.epil, %.305
  %.864.epil = and i64 %.863.epil, 63
  %.866.epil = getelementptr i64, ptr %arg.ring, i64 %.864.epil
  %.867.epil = load i64, ptr %.866.epil, align 8
  %.873.not.epil = icmp ugt i64 %.867.epil, %best.6.4367.epil.init
  %spec.select.epil = tail call i64 @llvm.umin.i64(i64 %.867.epil, i64 %best.6.4367.epil.init)
  %spec.select339.epil = select i1 %.873.not.epil, i64 %best_at.5.4366.epil.init, i64 %.812362364.epil
  br label %B1214

B1214:                                            ; preds = %B1162.epil.preheader, %B1214.loopexit.unr-lcssa, %B1052, %B610
  %best.5.3 = phi i64 [ %best.4.2387.mux, %B1052 ], [ %.641, %B610 ], [ %spec.select.1, %B1214.loopexit.unr-lcssa ], [ %spec.select.epil, %B1162.epil.preheader ]
  %best_at.4.3 = phi i64 [ %best_at.3.2388, %B1052 ], [ %.585373383, %B610 ], [ %spec.select339.1, %B1214.loopexit.unr-lcssa ], [ %spec.select339.epil, %B1162.epil.preheader ]
  %.918 = icmp sge i64 %.647, %.917
  %.932 = icmp eq i64 %.585373383, %.496
  %or.cond340 = or i1 %.932, %.918
  %.946 = icmp ne i64 %best_at.4.3, %kept.2.2389
  %or.cond341 = select i1 %or.cond340, i1 %.946, i1 false
  br i1 %or.cond341, label %B1268, label %B1384

B1268:                                            ; preds = %B1214
  %.951 = mul i64 %best.5.3, -2960836687051489901
  %.954 = and i64 %.951, %notmask
  %.956 = or i64 %.954, %best_at.4.3
  %.959 = getelementptr i64, ptr %arg.out, i64 %m.2.2385
  store i64 %.956, ptr %.959, align 8
  %.962 = add nsw i64 %m.2.2385, 1
  br label %B1384

B1384:                                            ; preds = %B1268, %B1214
  %m.3.4 = phi i64 [ %.962, %B1268 ], [ %m.2.2385, %B1214 ]
  %kept.3.4 = phi i64 [ %best_at.4.3, %B1268 ], [ %kept.2.2389, %B1214 ]
  %lsr.iv.next30 = add i64 %lsr.iv29, -1
  %lsr.iv.next32 = add i64 %lsr.iv31, 1
  %lsr.iv.next34 = add i64 %lsr.iv33, 1
  %.579 = icmp samesign ugt i64 %.578372384, 1
  br i1 %.579, label %B610, label %B1393

B1392:                                            ; preds = %B136.endif, %B1393
  %m.4.0.lcssa = phi i64 [ 0, %B136.endif ], [ %m.5.1, %B1393 ]
  store i64 %m.4.0.lcssa, ptr %retptr, align 8
  ret i32 0

B1393:                                            ; preds = %B514.endif, %B1384, %B300
  %m.5.1 = phi i64 [ %m.4.0422, %B300 ], [ %m.4.0422, %B514.endif ], [ %m.3.4, %B1384 ]
  %.265 = icmp sgt i64 %.264395421, 1
  br i1 %.265, label %B300, label %B1392

B136.endif.loopexit.unr-lcssa:                    ; preds = %B122
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B136.endif, label %B122.epil.preheader

B122.epil.preheader:                              ; preds = %B136.endif.loopexit.unr-lcssa, %B122.preheader
  %top.2.0350.epil.init = phi i64 [ 1, %B122.preheader ], [ %.160.7, %B136.endif.loopexit.unr-lcssa ]
  br label %B122.epil

B122.epil:                                        ; preds = %B122.epil, %B122.epil.preheader
  %lsr.iv35 = phi i64 [ %lsr.iv.next36, %B122.epil ], [ %xtraiter, %B122.epil.preheader ]
  %top.2.0350.epil = phi i64 [ %.160.epil, %B122.epil ], [ %top.2.0350.epil.init, %B122.epil.preheader ]
  %.160.epil = mul i64 %top.2.0350.epil, %const
  %lsr.iv.next36 = add nsw i64 %lsr.iv35, -1
  %epil.iter.cmp.not = icmp eq i64 %lsr.iv.next36, 0
  br i1 %epil.iter.cmp.not, label %B136.endif, label %B122.epil, !llvm.loop !0

B136.endif:                                       ; preds = %B122.epil, %B136.endif.loopexit.unr-lcssa, %B0.endif
  %top.2.0.lcssa = phi i64 [ 1, %B0.endif ], [ %.160.7, %B136.endif.loopexit.unr-lcssa ], [ %.160.epil, %B122.epil ]
  %notmask = shl nsw i64 -1, %arg.shift
  %.221 = sub i64 %arg.last, %arg.first
  %.265413.not = icmp slt i64 %.221, 1
  br i1 %.265413.not, label %B1392, label %B300.lr.ph

B300.lr.ph:                                       ; preds = %B136.endif
  %const39 = bitcast i64 9223372036854775804 to i64
  %.377 = add i64 %arg.k, -1
  %invariant.gep = getelementptr i16, ptr %arg.letters, i64 %arg.k
  %.917 = add nsw i64 %arg.w, -1
  %17 = add i64 %arg.k, -2
  %xtraiter3 = and i64 %.377, 3
  %unroll_iter8 = and i64 %.377, %const39
  %const_mat = add i64 %const39, 2
  %unroll_iter16 = and i64 %arg.w, %const_mat
  %18 = sub i64 0, %arg.w
  br label %B300

B360.endif:                                       ; preds = %B300
  %19 = icmp slt i64 %.377, 1
  br i1 %19, label %B514.endif, label %B446.preheader

B446.preheader:                                   ; preds = %B360.endif
  %20 = icmp ult i64 %17, 3
  br i1 %20, label %B446.epil.preheader, label %B446.preheader19

B446.preheader19:                                 ; preds = %B446.preheader
  br label %B446

B514.endif.loopexit.unr-lcssa:                    ; preds = %B446
  %21 = icmp eq i64 %xtraiter3, 0
  br i1 %21, label %B514.endif, label %B446.epil.preheader

B446.epil.preheader:                              ; preds = %B514.endif.loopexit.unr-lcssa, %B446.preheader
  %rolling.4.2357.epil.init = phi i64 [ 0, %B446.preheader ], [ %.465.3, %B514.endif.loopexit.unr-lcssa ]
  %.426353355.epil.init = phi i64 [ %.305, %B446.preheader ], [ %.433.3, %B514.endif.loopexit.unr-lcssa ]
  %22 = shl i64 %.426353355.epil.init, 1
  %scevgep27 = getelementptr i8, ptr %arg.letters, i64 %22
  br label %B446.epil

B446.epil:                                        ; preds = %B446.epil, %B446.epil.preheader
  %rolling.4.2357.epil = phi i64 [ %.465.epil, %B446.epil ], [ %rolling.4.2357.epil.init, %B446.epil.preheader ]
  %epil.iter4 = phi i64 [ %epil.iter4.next, %B446.epil ], [ 0, %B446.epil.preheader ]
  %.460.epil = mul i64 %rolling.4.2357.epil, %const
  %23 = shl nuw nsw i64 %epil.iter4, 1
  %scevgep28 = getelementptr i8, ptr %scevgep27, i64 %23
  %.463.epil = load i16, ptr %scevgep28, align 2
  %.464.epil = zext i16 %.463.epil to i64
  %.465.epil = add i64 %.460.epil, %.464.epil
  %epil.iter4.next = add i64 %epil.iter4, 1
  %epil.iter4.cmp.not = icmp eq i64 %xtraiter3, %epil.iter4.next
  br i1 %epil.iter4.cmp.not, label %B514.endif, label %B446.epil, !llvm.loop !2

B514.endif:                                       ; preds = %B446.epil, %B514.endif.loopexit.unr-lcssa, %B360.endif
  %rolling.4.2.lcssa = phi i64 [ 0, %B360.endif ], [ %.465.3, %B514.endif.loopexit.unr-lcssa ], [ %.465.epil, %B446.epil ]
  %.496 = sub nsw i64 %.312, %arg.k
  %reass.sub = sub i64 %.496, %.305
  %const_mat40 = add i64 %const39, 3
  %.579380432 = icmp ult i64 %reass.sub, %const_mat40
  br i1 %.579380432, label %B610.preheader, label %B1393

B610.preheader:                                   ; preds = %B514.endif
  %.535 = add nuw nsw i64 %reass.sub, 1
  %24 = sub i64 %arg.w, %.305
  %25 = add i64 %18, %.305
  br label %B610
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #1

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @met(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.old, i64 %arg.olds, ptr readonly %arg.new, i64 %arg.news, ptr %arg.met_bits, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %.66 = icmp sgt i64 %arg.news, 0
  br i1 %.66, label %B116.preheader, label %B154.endif

B116.preheader:                                   ; preds = %B0.endif
  %xtraiter = and i64 %arg.news, 3
  %0 = icmp ult i64 %arg.news, 4
  br i1 %0, label %B116.epil.preheader, label %B116.preheader.new

B116.preheader.new:                               ; preds = %B116.preheader
  %const39 = bitcast i64 9223372036854775804 to i64
  %unroll_iter = and i64 %arg.news, %const39
  br label %B116

B116:                                             ; preds = %B116, %B116.preheader.new
  %.116143145 = phi i64 [ 0, %B116.preheader.new ], [ %.123.3, %B116 ]
  %sunkaddr = mul i64 %.116143145, 8
  %sunkaddr40 = getelementptr i8, ptr %arg.new, i64 %sunkaddr
  %.150 = load i64, ptr %sunkaddr40, align 8
  %.152 = lshr i64 %.150, 38
  %.154 = and i64 %.152, 1048575
  %.157 = getelementptr i8, ptr %arg.met_bits, i64 %.154
  store i8 1, ptr %.157, align 1
  %sunkaddr41 = mul i64 %.116143145, 8
  %sunkaddr42 = getelementptr i8, ptr %arg.new, i64 %sunkaddr41
  %sunkaddr43 = getelementptr i8, ptr %sunkaddr42, i64 8
  %.150.1 = load i64, ptr %sunkaddr43, align 8
  %.152.1 = lshr i64 %.150.1, 38
  %.154.1 = and i64 %.152.1, 1048575
  %.157.1 = getelementptr i8, ptr %arg.met_bits, i64 %.154.1
  store i8 1, ptr %.157.1, align 1
  %sunkaddr44 = mul i64 %.116143145, 8
  %sunkaddr45 = getelementptr i8, ptr %arg.new, i64 %sunkaddr44
  %sunkaddr46 = getelementptr i8, ptr %sunkaddr45, i64 16
  %.150.2 = load i64, ptr %sunkaddr46, align 8
  %.152.2 = lshr i64 %.150.2, 38
  %.154.2 = and i64 %.152.2, 1048575
  %.157.2 = getelementptr i8, ptr %arg.met_bits, i64 %.154.2
  store i8 1, ptr %.157.2, align 1
  %.123.3 = add nuw nsw i64 %.116143145, 4
  %sunkaddr47 = mul i64 %.116143145, 8
  %sunkaddr48 = getelementptr i8, ptr %arg.new, i64 %sunkaddr47
  %sunkaddr49 = getelementptr i8, ptr %sunkaddr48, i64 24
  %.150.3 = load i64, ptr %sunkaddr49, align 8
  %.152.3 = lshr i64 %.150.3, 38
  %.154.3 = and i64 %.152.3, 1048575
  %.157.3 = getelementptr i8, ptr %arg.met_bits, i64 %.154.3
  store i8 1, ptr %.157.3, align 1
  %niter.ncmp.3 = icmp eq i64 %unroll_iter, %.123.3
  br i1 %niter.ncmp.3, label %B154.endif.loopexit.unr-lcssa, label %B116

B190:                                             ; preds = %B190.preheader.new, %B264.1
  %count.2.0153 = phi i64 [ 0, %B190.preheader.new ], [ %count.3.1.1, %B264.1 ]
  %.255149151 = phi i64 [ 0, %B190.preheader.new ], [ %.262.1, %B264.1 ]
  %sunkaddr50 = mul i64 %.255149151, 8
  %sunkaddr51 = getelementptr i8, ptr %arg.old, i64 %sunkaddr50
  %.297 = load i64, ptr %sunkaddr51, align 8
  %.299 = lshr i64 %.297, 38
  %.301 = and i64 %.299, 1048575
  %.303 = getelementptr i8, ptr %arg.met_bits, i64 %.301
  %.304 = load i8, ptr %.303, align 1
  %.305.not = icmp eq i8 %.304, 0
  br i1 %.305.not, label %B264, label %B232

B232:                                             ; preds = %B190
  %.315 = getelementptr i64, ptr %arg.out, i64 %count.2.0153
  store i64 %.297, ptr %.315, align 8
  %.318 = add nsw i64 %count.2.0153, 1
  br label %B264

B264:                                             ; preds = %B232, %B190
  %count.3.1 = phi i64 [ %.318, %B232 ], [ %count.2.0153, %B190 ]
  %.262.1 = add nuw i64 %.255149151, 2
  %sunkaddr52 = mul i64 %.255149151, 8
  %sunkaddr53 = getelementptr i8, ptr %arg.old, i64 %sunkaddr52
  %sunkaddr54 = getelementptr i8, ptr %sunkaddr53, i64 8
  %.297.1 = load i64, ptr %sunkaddr54, align 8
  %.299.1 = lshr i64 %.297.1, 38
  %.301.1 = and i64 %.299.1, 1048575
  %.303.1 = getelementptr i8, ptr %arg.met_bits, i64 %.301.1
  %.304.1 = load i8, ptr %.303.1, align 1
  %.305.not.1 = icmp eq i8 %.304.1, 0
  br i1 %.305.not.1, label %B264.1, label %B232.1

B232.1:                                           ; preds = %B264
  %.315.1 = getelementptr i64, ptr %arg.out, i64 %count.3.1
  store i64 %.297.1, ptr %.315.1, align 8
  %.318.1 = add nsw i64 %count.3.1, 1
  br label %B264.1

B264.1:                                           ; preds = %B232.1, %B264
  %count.3.1.1 = phi i64 [ %.318.1, %B232.1 ], [ %count.3.1, %B264 ]
  %niter8.ncmp.1 = icmp eq i64 %unroll_iter7, %.262.1
  br i1 %niter8.ncmp.1, label %B266.endif.loopexit.unr-lcssa, label %B190

B298:                                             ; preds = %B298.preheader.new, %B298
  %.428158160 = phi i64 [ 0, %B298.preheader.new ], [ %.435.3, %B298 ]
  %sunkaddr55 = mul i64 %.428158160, 8
  %sunkaddr56 = getelementptr i8, ptr %arg.new, i64 %sunkaddr55
  %.462 = load i64, ptr %sunkaddr56, align 8
  %.464 = lshr i64 %.462, 38
  %.466 = and i64 %.464, 1048575
  %.469 = getelementptr i8, ptr %arg.met_bits, i64 %.466
  store i8 0, ptr %.469, align 1
  %sunkaddr57 = mul i64 %.428158160, 8
  %sunkaddr58 = getelementptr i8, ptr %arg.new, i64 %sunkaddr57
  %sunkaddr59 = getelementptr i8, ptr %sunkaddr58, i64 8
  %.462.1 = load i64, ptr %sunkaddr59, align 8
  %.464.1 = lshr i64 %.462.1, 38
  %.466.1 = and i64 %.464.1, 1048575
  %.469.1 = getelementptr i8, ptr %arg.met_bits, i64 %.466.1
  store i8 0, ptr %.469.1, align 1
  %sunkaddr60 = mul i64 %.428158160, 8
  %sunkaddr61 = getelementptr i8, ptr %arg.new, i64 %sunkaddr60
  %sunkaddr62 = getelementptr i8, ptr %sunkaddr61, i64 16
  %.462.2 = load i64, ptr %sunkaddr62, align 8
  %.464.2 = lshr i64 %.462.2, 38
  %.466.2 = and i64 %.464.2, 1048575
  %.469.2 = getelementptr i8, ptr %arg.met_bits, i64 %.466.2
  store i8 0, ptr %.469.2, align 1
  %.435.3 = add nuw nsw i64 %.428158160, 4
  %sunkaddr63 = mul i64 %.428158160, 8
  %sunkaddr64 = getelementptr i8, ptr %arg.new, i64 %sunkaddr63
  %sunkaddr65 = getelementptr i8, ptr %sunkaddr64, i64 24
  %.462.3 = load i64, ptr %sunkaddr65, align 8
  %.464.3 = lshr i64 %.462.3, 38
  %.466.3 = and i64 %.464.3, 1048575
  %.469.3 = getelementptr i8, ptr %arg.met_bits, i64 %.466.3
  store i8 0, ptr %.469.3, align 1
  %niter14.ncmp.3 = icmp eq i64 %unroll_iter13, %.435.3
  br i1 %niter14.ncmp.3, label %B336.loopexit.unr-lcssa, label %B298

B336.loopexit.unr-lcssa:                          ; preds = %B298
  %lcmp.mod11.not = icmp eq i64 %xtraiter9, 0
  br i1 %lcmp.mod11.not, label %B336, label %B298.epil.preheader

B298.epil.preheader:                              ; preds = %B298.preheader, %B336.loopexit.unr-lcssa
  %.428158160.epil.init = phi i64 [ 0, %B298.preheader ], [ %.435.3, %B336.loopexit.unr-lcssa ]
  %1 = shl i64 %.428158160.epil.init, 3
  %scevgep = getelementptr i8, ptr %arg.new, i64 %1
  br label %B298.epil

B298.epil:                                        ; preds = %B298.epil, %B298.epil.preheader
  %epil.iter10 = phi i64 [ %epil.iter10.next, %B298.epil ], [ 0, %B298.epil.preheader ]
  %2 = shl nuw nsw i64 %epil.iter10, 3
  %scevgep15 = getelementptr i8, ptr %scevgep, i64 %2
  %.462.epil = load i64, ptr %scevgep15, align 8
  %.464.epil = lshr i64 %.462.epil, 38
  %.466.epil = and i64 %.464.epil, 1048575
  %.469.epil = getelementptr i8, ptr %arg.met_bits, i64 %.466.epil
  store i8 0, ptr %.469.epil, align 1
  %epil.iter10.next = add i64 %epil.iter10, 1
  %epil.iter10.cmp.not = icmp eq i64 %xtraiter9, %epil.iter10.next
  br i1 %epil.iter10.cmp.not, label %B336, label %B298.epil, !llvm.loop !3

B336:                                             ; preds = %B266.endif, %B298.epil, %B336.loopexit.unr-lcssa
  store i64 %count.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B154.endif.loopexit.unr-lcssa:                    ; preds = %B116
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B154.endif, label %B116.epil.preheader

B116.epil.preheader:                              ; preds = %B154.endif.loopexit.unr-lcssa, %B116.preheader
  %.116143145.epil.init = phi i64 [ 0, %B116.preheader ], [ %.123.3, %B154.endif.loopexit.unr-lcssa ]
  %3 = shl i64 %.116143145.epil.init, 3
  %scevgep28 = getelementptr i8, ptr %arg.new, i64 %3
  br label %B116.epil

B116.epil:                                        ; preds = %B116.epil, %B116.epil.preheader
  %epil.iter = phi i64 [ %epil.iter.next, %B116.epil ], [ 0, %B116.epil.preheader ]
  %4 = shl nuw nsw i64 %epil.iter, 3
  %scevgep29 = getelementptr i8, ptr %scevgep28, i64 %4
  %.150.epil = load i64, ptr %scevgep29, align 8
  %.152.epil = lshr i64 %.150.epil, 38
  %.154.epil = and i64 %.152.epil, 1048575
  %.157.epil = getelementptr i8, ptr %arg.met_bits, i64 %.154.epil
  store i8 1, ptr %.157.epil, align 1
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %B154.endif, label %B116.epil, !llvm.loop !4

B154.endif:                                       ; preds = %B116.epil, %B154.endif.loopexit.unr-lcssa, %B0.endif
  %.249150.not = icmp slt i64 %arg.olds, 1
  br i1 %.249150.not, label %B266.endif, label %B190.preheader

B190.preheader:                                   ; preds = %B154.endif
  %5 = icmp eq i64 %arg.olds, 1
  br i1 %5, label %B190.epil.preheader, label %B190.preheader.new

B190.preheader.new:                               ; preds = %B190.preheader
  %const = bitcast i64 9223372036854775804 to i64
  %const_mat = add i64 %const, 2
  %unroll_iter7 = and i64 %arg.olds, %const_mat
  br label %B190

B266.endif.loopexit.unr-lcssa:                    ; preds = %B264.1
  %6 = and i64 %arg.olds, 1
  %lcmp.mod4.not = icmp eq i64 %6, 0
  br i1 %lcmp.mod4.not, label %B266.endif, label %B190.epil.preheader

B190.epil.preheader:                              ; preds = %B266.endif.loopexit.unr-lcssa, %B190.preheader
  %count.2.0153.epil.init = phi i64 [ 0, %B190.preheader ], [ %count.3.1.1, %B266.endif.loopexit.unr-lcssa ]
  %.255149151.epil.init = phi i64 [ 0, %B190.preheader ], [ %.262.1, %B266.endif.loopexit.unr-lcssa ]
  %.296.epil = getelementptr i64, ptr %arg.old, i64 %.255149151.epil.init
  %.297.epil = load i64, ptr %.296.epil, align 8
  %.299.epil = lshr i64 %.297.epil, 38
  %.301.epil = and i64 %.299.epil, 1048575
  %.303.epil = getelementptr i8, ptr %arg.met_bits, i64 %.301.epil
  %.304.epil = load i8, ptr %.303.epil, align 1
  %.305.not.epil = icmp eq i8 %.304.epil, 0
  br i1 %.305.not.epil, label %B266.endif, label %B232.epil

B232.epil:                                        ; preds = %B190.epil.preheader
  %.315.epil = getelementptr i64, ptr %arg.out, i64 %count.2.0153.epil.init
  store i64 %.297.epil, ptr %.315.epil, align 8
  %.318.epil = add nsw i64 %count.2.0153.epil.init, 1
  br label %B266.endif

B266.endif:                                       ; preds = %B232.epil, %B190.epil.preheader, %B266.endif.loopexit.unr-lcssa, %B154.endif
  %count.2.0.lcssa = phi i64 [ 0, %B154.endif ], [ %count.3.1.1, %B266.endif.loopexit.unr-lcssa ], [ %.318.epil, %B232.epil ], [ %count.2.0153.epil.init, %B190.epil.preheader ]
  %.422159.not = icmp slt i64 %arg.news, 1
  br i1 %.422159.not, label %B336, label %B298.preheader

B298.preheader:                                   ; preds = %B266.endif
  %xtraiter9 = and i64 %arg.news, 3
  %7 = icmp ult i64 %arg.news, 4
  br i1 %7, label %B298.epil.preheader, label %B298.preheader.new

B298.preheader.new:                               ; preds = %B298.preheader
  %const38 = bitcast i64 9223372036854775804 to i64
  %unroll_iter13 = and i64 %arg.news, %const38
  br label %B298
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @documents_by_place(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.starts, i64 %arg.count, ptr writeonly %arg.coarse) local_unnamed_addr #0 {
B0.endif:
  %.18 = getelementptr i64, ptr %arg.starts, i64 %arg.count
  %.19 = load i64, ptr %.18, align 8
  %.20 = ashr i64 %.19, 10
  %.10372 = icmp sgt i64 %.20, -1
  br i1 %.10372, label %B64.preheader, label %B196

B64.preheader:                                    ; preds = %B0.endif
  %storemerge = add nuw nsw i64 %.20, 1
  %0 = add i64 %arg.count, -1
  br label %B64

B64:                                              ; preds = %B184, %B64.preheader
  %doc.2.075 = phi i64 [ %doc.3.1, %B184 ], [ 0, %B64.preheader ]
  %.1027074 = phi i64 [ %.112, %B184 ], [ %storemerge, %B64.preheader ]
  %.1097173 = phi i64 [ %.116, %B184 ], [ 0, %B64.preheader ]
  %.112 = add nsw i64 %.1027074, -1
  %.116 = add nuw nsw i64 %.1097173, 1
  %.149 = add nsw i64 %doc.2.075, 1
  %.151 = icmp slt i64 %.149, %arg.count
  br i1 %.151, label %B84, label %B184

B84:                                              ; preds = %B64
  %sunkaddr = mul i64 %doc.2.075, 8
  %sunkaddr1 = getelementptr i8, ptr %arg.starts, i64 %sunkaddr
  %sunkaddr2 = getelementptr i8, ptr %sunkaddr1, i64 8
  %.166 = load i64, ptr %sunkaddr2, align 8
  %.168 = shl i64 %.1097173, 10
  %.169.not = icmp sgt i64 %.166, %.168
  br i1 %.169.not, label %B184, label %B120.preheader

B120.preheader:                                   ; preds = %B84
  %1 = add i64 %doc.2.075, 2
  br label %B120

B120:                                             ; preds = %B148, %B120.preheader
  %lsr.iv = phi i64 [ %1, %B120.preheader ], [ %lsr.iv.next, %B148 ]
  %.187 = icmp slt i64 %lsr.iv, %arg.count
  br i1 %.187, label %B148, label %B184

B148:                                             ; preds = %B120
  %2 = shl i64 %lsr.iv, 3
  %scevgep = getelementptr i8, ptr %arg.starts, i64 %2
  %.201 = load i64, ptr %scevgep, align 8
  %.204.not = icmp sgt i64 %.201, %.168
  %lsr.iv.next = add i64 %lsr.iv, 1
  br i1 %.204.not, label %B148.B184.loopexit_crit_edge, label %B120

B148.B184.loopexit_crit_edge:                     ; preds = %B148
  %3 = add i64 %lsr.iv.next, -2
  br label %B184

B184:                                             ; preds = %B148.B184.loopexit_crit_edge, %B120, %B84, %B64
  %doc.3.1 = phi i64 [ %doc.2.075, %B84 ], [ %doc.2.075, %B64 ], [ %3, %B148.B184.loopexit_crit_edge ], [ %0, %B120 ]
  %.221 = getelementptr i64, ptr %arg.coarse, i64 %.1097173
  store i64 %doc.3.1, ptr %.221, align 8
  %.103 = icmp sgt i64 %.1027074, 1
  br i1 %.103, label %B64, label %B196

B196:                                             ; preds = %B184, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @keyed(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.pos_a, ptr readonly %arg.pos_b, i64 %arg.count, ptr readonly %arg.starts, ptr readonly %arg.coarse, i64 %arg.doc_bits, i64 %arg.place_bits, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %.11069.not = icmp slt i64 %arg.count, 1
  br i1 %.11069.not, label %B638, label %B118.preheader

B118.preheader:                                   ; preds = %B0.endif
  br label %B118

B118:                                             ; preds = %B376, %B118.preheader
  %.1166870 = phi i64 [ %.123, %B376 ], [ 0, %B118.preheader ]
  %.123 = add nuw nsw i64 %.1166870, 1
  %.153 = getelementptr i64, ptr %arg.pos_a, i64 %.1166870
  %.154 = load i64, ptr %.153, align 8
  %.155 = ashr i64 %.154, 10
  %.157 = getelementptr i64, ptr %arg.coarse, i64 %.155
  %.158 = load i64, ptr %.157, align 8
  %0 = getelementptr i64, ptr %arg.starts, i64 %.158
  %.167 = getelementptr i8, ptr %0, i64 8
  %.168 = load i64, ptr %.167, align 8
  %.173.not = icmp sgt i64 %.168, %.154
  br i1 %.173.not, label %B248, label %B196.preheader

B196.preheader:                                   ; preds = %B118
  br label %B196

B196:                                             ; preds = %B196, %B196.preheader
  %a.2.1 = phi i64 [ %.176, %B196 ], [ %.158, %B196.preheader ]
  %.176 = add i64 %a.2.1, 1
  %sunkaddr = mul i64 %.176, 8
  %sunkaddr3 = getelementptr i8, ptr %arg.starts, i64 %sunkaddr
  %sunkaddr4 = getelementptr i8, ptr %sunkaddr3, i64 8
  %.184 = load i64, ptr %sunkaddr4, align 8
  %.189.not = icmp sgt i64 %.184, %.154
  br i1 %.189.not, label %B248, label %B196

B248:                                             ; preds = %B196, %B118
  %a.3.2 = phi i64 [ %.158, %B118 ], [ %.176, %B196 ]
  %.195 = getelementptr i64, ptr %arg.pos_b, i64 %.1166870
  %.196 = load i64, ptr %.195, align 8
  %.197 = ashr i64 %.196, 10
  %.199 = getelementptr i64, ptr %arg.coarse, i64 %.197
  %.200 = load i64, ptr %.199, align 8
  %1 = getelementptr i64, ptr %arg.starts, i64 %.200
  %.209 = getelementptr i8, ptr %1, i64 8
  %.210 = load i64, ptr %.209, align 8
  %.215.not = icmp sgt i64 %.210, %.196
  br i1 %.215.not, label %B376, label %B324.preheader

B324.preheader:                                   ; preds = %B248
  br label %B324

B324:                                             ; preds = %B324, %B324.preheader
  %b.2.1 = phi i64 [ %.218, %B324 ], [ %.200, %B324.preheader ]
  %.218 = add i64 %b.2.1, 1
  %sunkaddr5 = mul i64 %.218, 8
  %sunkaddr6 = getelementptr i8, ptr %arg.starts, i64 %sunkaddr5
  %sunkaddr7 = getelementptr i8, ptr %sunkaddr6, i64 8
  %.226 = load i64, ptr %sunkaddr7, align 8
  %.231.not = icmp sgt i64 %.226, %.196
  br i1 %.231.not, label %B376, label %B324

B376:                                             ; preds = %B324, %B248
  %b.3.2 = phi i64 [ %.200, %B248 ], [ %.218, %B324 ]
  %.237 = shl i64 %a.3.2, %arg.doc_bits
  %.239 = or i64 %b.3.2, %.237
  %.241 = shl i64 %.239, %arg.place_bits
  %.248 = getelementptr i64, ptr %arg.starts, i64 %a.3.2
  %.249 = load i64, ptr %.248, align 8
  %.252 = sub nsw i64 %.154, %.249
  %.253 = or i64 %.241, %.252
  %.255 = shl i64 %.253, %arg.place_bits
  %.262 = getelementptr i64, ptr %arg.starts, i64 %b.3.2
  %.263 = load i64, ptr %.262, align 8
  %.266 = sub nsw i64 %.196, %.263
  %.267 = or i64 %.255, %.266
  %.270 = getelementptr i64, ptr %arg.out, i64 %.1166870
  store i64 %.267, ptr %.270, align 8
  %exitcond.not = icmp eq i64 %arg.count, %.123
  br i1 %exitcond.not, label %B638, label %B118

B638:                                             ; preds = %B376, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @unkeyed(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.keys, i64 %arg.count, ptr readonly %arg.starts, i64 %arg.doc_bits, i64 %arg.place_bits, ptr writeonly %arg.pos_a, ptr writeonly %arg.pos_b, ptr writeonly %arg.doc_a, ptr %arg.doc_b) local_unnamed_addr #0 {
B0.endif:
  %notmask = shl nsw i64 -1, %arg.place_bits
  %.33 = xor i64 %notmask, -1
  %notmask50 = shl nsw i64 -1, %arg.doc_bits
  %.39 = xor i64 %notmask50, -1
  %.12453.not = icmp slt i64 %arg.count, 1
  br i1 %.12453.not, label %B608, label %B292.preheader

B292.preheader:                                   ; preds = %B0.endif
  br label %B292

B292:                                             ; preds = %B292, %B292.preheader
  %.1305254 = phi i64 [ %.137, %B292 ], [ 0, %B292.preheader ]
  %.137 = add nuw nsw i64 %.1305254, 1
  %0 = shl i64 %.1305254, 3
  %scevgep4 = getelementptr i8, ptr %arg.keys, i64 %0
  %.164 = load i64, ptr %scevgep4, align 8
  %.166 = and i64 %.164, %.33
  %.168 = lshr i64 %.164, %arg.place_bits
  %.170 = and i64 %.168, %.33
  %.172 = lshr i64 %.168, %arg.place_bits
  %.174 = and i64 %.172, %.39
  %1 = shl i64 %.1305254, 3
  %scevgep3 = getelementptr i8, ptr %arg.doc_b, i64 %1
  store i64 %.174, ptr %scevgep3, align 8
  %.179 = lshr i64 %.172, %arg.doc_bits
  %2 = shl i64 %.1305254, 3
  %scevgep2 = getelementptr i8, ptr %arg.doc_a, i64 %2
  store i64 %.179, ptr %scevgep2, align 8
  %.187 = getelementptr i64, ptr %arg.starts, i64 %.179
  %.188 = load i64, ptr %.187, align 8
  %.189 = add nsw i64 %.188, %.170
  %3 = shl i64 %.1305254, 3
  %scevgep1 = getelementptr i8, ptr %arg.pos_a, i64 %3
  store i64 %.189, ptr %scevgep1, align 8
  %.195 = load i64, ptr %scevgep3, align 8
  %.197 = getelementptr i64, ptr %arg.starts, i64 %.195
  %.198 = load i64, ptr %.197, align 8
  %.199 = add nsw i64 %.198, %.166
  %4 = shl i64 %.1305254, 3
  %scevgep = getelementptr i8, ptr %arg.pos_b, i64 %4
  store i64 %.199, ptr %scevgep, align 8
  %exitcond.not = icmp eq i64 %arg.count, %.137
  br i1 %exitcond.not, label %B608, label %B292

B608:                                             ; preds = %B292, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @paired_count(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.packed, i64 %arg.made, i64 %arg.shift, i64 %arg.cap, i64 %arg.links, ptr writeonly %arg.largest) local_unnamed_addr #0 {
B0:
  %.39 = icmp sgt i64 %arg.made, 0
  br i1 %.39, label %B68.preheader, label %common.ret

B68.preheader:                                    ; preds = %B0
  %.231 = add nsw i64 %arg.links, 1
  %0 = sub i64 2, %arg.made
  br label %B68

B68:                                              ; preds = %B332, %B68.preheader
  %most.2.0 = phi i64 [ %most.3.1, %B332 ], [ 0, %B68.preheader ]
  %total.2.0 = phi i64 [ %total.3.1, %B332 ], [ 0, %B68.preheader ]
  %i.2.0 = phi i64 [ %j.3.1, %B332 ], [ 0, %B68.preheader ]
  %.49 = add nsw i64 %i.2.0, 1
  %.59 = getelementptr i64, ptr %arg.packed, i64 %i.2.0
  %.60 = load i64, ptr %.59, align 8
  %.62 = lshr i64 %.60, %arg.shift
  %.68 = icmp slt i64 %.49, %arg.made
  br i1 %.68, label %B112, label %B194

B112:                                             ; preds = %B68
  %sunkaddr = mul i64 %i.2.0, 8
  %sunkaddr5 = getelementptr i8, ptr %arg.packed, i64 %sunkaddr
  %sunkaddr6 = getelementptr i8, ptr %sunkaddr5, i64 8
  %.80 = load i64, ptr %sunkaddr6, align 8
  %.84 = lshr i64 %.80, %arg.shift
  %.86 = icmp eq i64 %.84, %.62
  br i1 %.86, label %B142.preheader, label %B194

B142.preheader:                                   ; preds = %B112
  br label %B142

B142:                                             ; preds = %B164, %B142.preheader
  %j.2.2 = phi i64 [ %.92, %B164 ], [ %.49, %B142.preheader ]
  %1 = add i64 %0, %j.2.2
  %exitcond.not = icmp eq i64 %1, 1
  br i1 %exitcond.not, label %B194, label %B164

B164:                                             ; preds = %B142
  %.92 = add i64 %j.2.2, 1
  %sunkaddr7 = mul i64 %.92, 8
  %sunkaddr8 = getelementptr i8, ptr %arg.packed, i64 %sunkaddr7
  %.114 = load i64, ptr %sunkaddr8, align 8
  %.118 = lshr i64 %.114, %arg.shift
  %.120 = icmp eq i64 %.118, %.62
  br i1 %.120, label %B142, label %B194

B194:                                             ; preds = %B164, %B142, %B112, %B68
  %j.3.1 = phi i64 [ %.49, %B112 ], [ %.49, %B68 ], [ %arg.made, %B142 ], [ %.92, %B164 ]
  %.145 = sub nsw i64 %j.3.1, %i.2.0
  %.152 = icmp sgt i64 %.145, 1
  br i1 %.152, label %B216.endif.else.if, label %B332

B332:                                             ; preds = %B216.endif.else.if, %B194
  %most.3.1 = phi i64 [ %most.2.0, %B194 ], [ %.13.i2, %B216.endif.else.if ]
  %total.3.1 = phi i64 [ %total.2.0, %B194 ], [ %.235, %B216.endif.else.if ]
  %.301 = icmp slt i64 %j.3.1, %arg.made
  br i1 %.301, label %B68, label %common.ret

common.ret:                                       ; preds = %B332, %B0
  %most.4.1 = phi i64 [ 0, %B0 ], [ %most.3.1, %B332 ]
  %total.4.1 = phi i64 [ 0, %B0 ], [ %total.3.1, %B332 ]
  store i64 %most.4.1, ptr %arg.largest, align 8
  store i64 %total.4.1, ptr %retptr, align 8
  ret i32 0

B216.endif.else.if:                               ; preds = %B194
  %.13.i = tail call i64 @llvm.smin.i64(i64 %arg.cap, i64 %.145)
  %.186 = add nsw i64 %.13.i, -1
  %.187 = mul nsw i64 %.186, %.13.i
  %.195.1 = ashr i64 %.187, 1
  %.229 = sub nsw i64 %.145, %.13.i
  %.232 = mul nsw i64 %.229, %.231
  %.233 = add i64 %.232, %total.2.0
  %.235 = add i64 %.233, %.195.1
  %.13.i2 = tail call i64 @llvm.smax.i64(i64 %.145, i64 %most.2.0)
  br label %B332
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #1

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @paired(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.packed, i64 %arg.made, i64 %arg.shift, i64 %arg.cap, i64 %arg.links, ptr readonly %arg.starts, ptr readonly %arg.series, i64 %arg.since, ptr readonly %arg.coarse, ptr %arg.places, ptr %arg.docs, ptr writeonly %arg.pos_a, ptr writeonly %arg.pos_b) local_unnamed_addr #0 {
B0:
  %notmask = shl nsw i64 -1, %arg.shift
  %.55 = xor i64 %notmask, -1
  %.60 = icmp sgt i64 %arg.made, 0
  br i1 %.60, label %B154.preheader, label %B1020

B154.preheader:                                   ; preds = %B0
  %0 = sub i64 2, %arg.made
  br label %B154

B154:                                             ; preds = %B1002, %B154.preheader
  %t.5.0 = phi i64 [ %t.6.1, %B1002 ], [ 0, %B154.preheader ]
  %i.2.0 = phi i64 [ %j.3.1, %B1002 ], [ 0, %B154.preheader ]
  %.68 = add nsw i64 %i.2.0, 1
  %.78 = getelementptr i64, ptr %arg.packed, i64 %i.2.0
  %.79 = load i64, ptr %.78, align 8
  %.81 = lshr i64 %.79, %arg.shift
  %.87 = icmp slt i64 %.68, %arg.made
  br i1 %.87, label %B198, label %B280

B198:                                             ; preds = %B154
  %sunkaddr = mul i64 %i.2.0, 8
  %sunkaddr7 = getelementptr i8, ptr %arg.packed, i64 %sunkaddr
  %sunkaddr8 = getelementptr i8, ptr %sunkaddr7, i64 8
  %.99 = load i64, ptr %sunkaddr8, align 8
  %.103 = lshr i64 %.99, %arg.shift
  %.105 = icmp eq i64 %.103, %.81
  br i1 %.105, label %B228.preheader, label %B280

B228.preheader:                                   ; preds = %B198
  br label %B228

B228:                                             ; preds = %B250, %B228.preheader
  %j.2.2 = phi i64 [ %.111, %B250 ], [ %.68, %B228.preheader ]
  %1 = add i64 %0, %j.2.2
  %exitcond.not = icmp eq i64 %1, 1
  br i1 %exitcond.not, label %B280, label %B250

B250:                                             ; preds = %B228
  %.111 = add i64 %j.2.2, 1
  %sunkaddr9 = mul i64 %.111, 8
  %sunkaddr10 = getelementptr i8, ptr %arg.packed, i64 %sunkaddr9
  %.133 = load i64, ptr %sunkaddr10, align 8
  %.137 = lshr i64 %.133, %arg.shift
  %.139 = icmp eq i64 %.137, %.81
  br i1 %.139, label %B228, label %B280

B280:                                             ; preds = %B250, %B228, %B198, %B154
  %j.3.1 = phi i64 [ %.68, %B198 ], [ %.68, %B154 ], [ %arg.made, %B228 ], [ %.111, %B250 ]
  %.160 = sub nsw i64 %j.3.1, %i.2.0
  %.165 = icmp sgt i64 %.160, 1
  br i1 %.165, label %B336.preheader, label %B1002

B336.preheader:                                   ; preds = %B280
  br label %B336

B336:                                             ; preds = %B536, %B336.preheader
  %.257265267 = phi i64 [ %.264, %B536 ], [ 0, %B336.preheader ]
  %.264 = add nuw nsw i64 %.257265267, 1
  %.296 = getelementptr i64, ptr %.78, i64 %.257265267
  %.297 = load i64, ptr %.296, align 8
  %.299 = and i64 %.297, %.55
  %.302 = getelementptr i64, ptr %arg.places, i64 %.257265267
  store i64 %.299, ptr %.302, align 8
  %.308 = lshr i64 %.299, 10
  %.310 = getelementptr i64, ptr %arg.coarse, i64 %.308
  %.311 = load i64, ptr %.310, align 8
  %2 = getelementptr i64, ptr %arg.starts, i64 %.311
  %.320 = getelementptr i8, ptr %2, i64 8
  %.321 = load i64, ptr %.320, align 8
  %.326.not = icmp sgt i64 %.321, %.299
  br i1 %.326.not, label %B536, label %B484.preheader

B484.preheader:                                   ; preds = %B336
  br label %B484

B484:                                             ; preds = %B484, %B484.preheader
  %doc.2.3 = phi i64 [ %.329, %B484 ], [ %.311, %B484.preheader ]
  %.329 = add i64 %doc.2.3, 1
  %sunkaddr11 = mul i64 %.329, 8
  %sunkaddr12 = getelementptr i8, ptr %arg.starts, i64 %sunkaddr11
  %sunkaddr13 = getelementptr i8, ptr %sunkaddr12, i64 8
  %.337 = load i64, ptr %sunkaddr13, align 8
  %.342.not = icmp sgt i64 %.337, %.299
  br i1 %.342.not, label %B536, label %B484

B536:                                             ; preds = %B484, %B336
  %doc.3.4 = phi i64 [ %.311, %B336 ], [ %.329, %B484 ]
  %.349 = getelementptr i64, ptr %arg.docs, i64 %.257265267
  store i64 %doc.3.4, ptr %.349, align 8
  %exitcond314.not = icmp eq i64 %.264, %.160
  br i1 %exitcond314.not, label %B582.preheader, label %B336

B582.preheader:                                   ; preds = %B536
  br label %B582

B582:                                             ; preds = %B1021, %B582.preheader
  %t.4.2292 = phi i64 [ %t.7.3, %B1021 ], [ %t.5.0, %B582.preheader ]
  %.459280290 = phi i64 [ %.466, %B1021 ], [ 1, %B582.preheader ]
  %.466 = add nuw nsw i64 %.459280290, 1
  %.498 = getelementptr i64, ptr %arg.docs, i64 %.459280290
  %.499 = load i64, ptr %.498, align 8
  %.501 = icmp slt i64 %.499, %arg.since
  br i1 %.501, label %B1021, label %B610

B610:                                             ; preds = %B582
  %.514 = icmp slt i64 %.459280290, %arg.cap
  %spec.select = select i1 %.514, i64 %.459280290, i64 %arg.links
  %.613272.not = icmp slt i64 %spec.select, 1
  br i1 %.613272.not, label %B816, label %B662.lr.ph

B662.lr.ph:                                       ; preds = %B610
  br label %B662

B662:                                             ; preds = %B814, %B662.lr.ph
  %t.3.4275 = phi i64 [ %t.4.2292, %B662.lr.ph ], [ %t.9.5, %B814 ]
  %.619271273 = phi i64 [ 0, %B662.lr.ph ], [ %.626, %B814 ]
  %.626 = add nuw nsw i64 %.619271273, 1
  %3 = shl i64 %.619271273, 3
  %scevgep6 = getelementptr i8, ptr %arg.docs, i64 %3
  %.661 = load i64, ptr %scevgep6, align 8
  %sunkaddr14 = mul i64 %.459280290, 8
  %sunkaddr15 = getelementptr i8, ptr %arg.docs, i64 %sunkaddr14
  %.665 = load i64, ptr %sunkaddr15, align 8
  %.666.not = icmp eq i64 %.661, %.665
  br i1 %.666.not, label %B814, label %B700

B700:                                             ; preds = %B662
  %.676 = getelementptr i64, ptr %arg.series, i64 %.661
  %.677 = load i64, ptr %.676, align 8
  %.683 = getelementptr i64, ptr %arg.series, i64 %.665
  %.684 = load i64, ptr %.683, align 8
  %.685.not = icmp eq i64 %.677, %.684
  br i1 %.685.not, label %B814, label %B760

B760:                                             ; preds = %B700
  %4 = shl i64 %.619271273, 3
  %scevgep5 = getelementptr i8, ptr %arg.places, i64 %4
  %.690 = load i64, ptr %scevgep5, align 8
  %.695 = getelementptr i64, ptr %arg.pos_a, i64 %t.3.4275
  store i64 %.690, ptr %.695, align 8
  %sunkaddr16 = mul i64 %.459280290, 8
  %sunkaddr17 = getelementptr i8, ptr %arg.places, i64 %sunkaddr16
  %.700 = load i64, ptr %sunkaddr17, align 8
  %.703 = getelementptr i64, ptr %arg.pos_b, i64 %t.3.4275
  store i64 %.700, ptr %.703, align 8
  %.706 = add nsw i64 %t.3.4275, 1
  br label %B814

B814:                                             ; preds = %B760, %B700, %B662
  %t.9.5 = phi i64 [ %.706, %B760 ], [ %t.3.4275, %B700 ], [ %t.3.4275, %B662 ]
  %exitcond315.not = icmp eq i64 %spec.select, %.626
  br i1 %exitcond315.not, label %B816, label %B662

B816:                                             ; preds = %B814, %B610
  %t.3.4.lcssa = phi i64 [ %t.4.2292, %B610 ], [ %t.9.5, %B814 ]
  %.730 = icmp sge i64 %.459280290, %arg.cap
  %.737 = icmp sgt i64 %.459280290, %arg.links
  %or.cond = select i1 %.730, i1 %.737, i1 false
  br i1 %or.cond, label %B840, label %B1021

B840:                                             ; preds = %B816
  %.743 = add nsw i64 %.459280290, -1
  %.749 = getelementptr i64, ptr %arg.docs, i64 %.743
  %.750 = load i64, ptr %.749, align 8
  %sunkaddr18 = mul i64 %.459280290, 8
  %sunkaddr19 = getelementptr i8, ptr %arg.docs, i64 %sunkaddr18
  %.754 = load i64, ptr %sunkaddr19, align 8
  %.755.not = icmp eq i64 %.750, %.754
  br i1 %.755.not, label %B1021, label %B886

B886:                                             ; preds = %B840
  %.765 = getelementptr i64, ptr %arg.series, i64 %.750
  %.766 = load i64, ptr %.765, align 8
  %.772 = getelementptr i64, ptr %arg.series, i64 %.754
  %.773 = load i64, ptr %.772, align 8
  %.774.not = icmp eq i64 %.766, %.773
  br i1 %.774.not, label %B1021, label %B946

B946:                                             ; preds = %B886
  %sunkaddr20 = mul i64 %.459280290, 8
  %sunkaddr21 = getelementptr i8, ptr %arg.places, i64 %sunkaddr20
  %sunkaddr22 = getelementptr i8, ptr %sunkaddr21, i64 -8
  %.779 = load i64, ptr %sunkaddr22, align 8
  %.784 = getelementptr i64, ptr %arg.pos_a, i64 %t.3.4.lcssa
  store i64 %.779, ptr %.784, align 8
  %.788 = getelementptr i64, ptr %arg.places, i64 %.459280290
  %.789 = load i64, ptr %.788, align 8
  %.794 = getelementptr i64, ptr %arg.pos_b, i64 %t.3.4.lcssa
  store i64 %.789, ptr %.794, align 8
  %.797 = add nsw i64 %t.3.4.lcssa, 1
  br label %B1021

B1002:                                            ; preds = %B1021, %B280
  %t.6.1 = phi i64 [ %t.5.0, %B280 ], [ %t.7.3, %B1021 ]
  %.837 = icmp slt i64 %j.3.1, %arg.made
  br i1 %.837, label %B154, label %B1020

B1020:                                            ; preds = %B1002, %B0
  %t.10.1 = phi i64 [ 0, %B0 ], [ %t.6.1, %B1002 ]
  store i64 %t.10.1, ptr %retptr, align 8
  ret i32 0

B1021:                                            ; preds = %B946, %B886, %B840, %B816, %B582
  %t.7.3 = phi i64 [ %t.4.2292, %B582 ], [ %.797, %B946 ], [ %t.3.4.lcssa, %B886 ], [ %t.3.4.lcssa, %B840 ], [ %t.3.4.lcssa, %B816 ]
  %exitcond316.not = icmp eq i64 %.466, %.160
  br i1 %exitcond316.not, label %B1002, label %B582
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define i32 @runs(ptr noalias writeonly %retptr, ptr noalias writeonly %excinfo, ptr readonly %arg.pos_a, ptr readonly %arg.pos_b, ptr readonly %arg.doc_a, ptr readonly %arg.doc_b, i64 %arg.first, i64 %arg.last, ptr readonly %arg.letters, ptr readonly %arg.starts, i64 %arg.k, i64 %arg.exact, i64 %arg.drop1, i64 %arg.drop, i64 %arg.least, i64 %arg.band, ptr %arg.reach, ptr %arg.matched, ptr %arg.seen, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0:
  %.1222 = alloca [4 x i64], align 8
  %excinfo.3 = alloca ptr, align 8
  %.1276 = alloca [4 x i64], align 8
  %excinfo.4 = alloca ptr, align 8
  %.1354 = alloca [4 x i64], align 8
  %excinfo.5 = alloca ptr, align 8
  %.1420 = alloca [4 x i64], align 8
  %excinfo.6 = alloca ptr, align 8
  %.72 = icmp slt i64 %arg.first, %arg.last
  br i1 %.72, label %B30.preheader, label %B2288

B30.preheader:                                    ; preds = %B0
  %.239 = add nsw i64 %arg.last, -1
  %0 = add i64 %arg.k, -1
  %scevgep107 = getelementptr i8, ptr %arg.letters, i64 2
  %scevgep110 = getelementptr i8, ptr %arg.letters, i64 2
  %scevgep115 = getelementptr i8, ptr %arg.letters, i64 2
  %1 = add i64 %arg.k, 1
  %scevgep118 = getelementptr i8, ptr %arg.letters, i64 2
  %2 = add i64 %arg.k, 1
  br label %B30

B30:                                              ; preds = %B2270, %B30.preheader
  %t.5.0 = phi i64 [ %t.2.1.lcssa, %B2270 ], [ 0, %B30.preheader ]
  %touched.2.0 = phi i64 [ %.278, %B2270 ], [ 0, %B30.preheader ]
  %i.2.0 = phi i64 [ %j.3.1, %B2270 ], [ %arg.first, %B30.preheader ]
  %.82 = add nsw i64 %i.2.0, 1
  %.92 = icmp slt i64 %.82, %arg.last
  br i1 %.92, label %B52, label %B30.B218_crit_edge

B30.B218_crit_edge:                               ; preds = %B30
  %.193.phi.trans.insert = getelementptr i64, ptr %arg.doc_a, i64 %i.2.0
  %.194.pre = load i64, ptr %.193.phi.trans.insert, align 8
  br label %B218.endif.endif

B52:                                              ; preds = %B30
  %sunkaddr = mul i64 %i.2.0, 8
  %sunkaddr127 = getelementptr i8, ptr %arg.doc_a, i64 %sunkaddr
  %sunkaddr128 = getelementptr i8, ptr %sunkaddr127, i64 8
  %.100 = load i64, ptr %sunkaddr128, align 8
  %.103 = getelementptr i64, ptr %arg.doc_a, i64 %i.2.0
  %.104 = load i64, ptr %.103, align 8
  %.105 = icmp eq i64 %.100, %.104
  br i1 %.105, label %B88, label %B218.endif.endif

B88:                                              ; preds = %B52
  %sunkaddr129 = mul i64 %i.2.0, 8
  %sunkaddr130 = getelementptr i8, ptr %arg.doc_b, i64 %sunkaddr129
  %sunkaddr131 = getelementptr i8, ptr %sunkaddr130, i64 8
  %.117 = load i64, ptr %sunkaddr131, align 8
  %.122 = getelementptr i64, ptr %arg.doc_b, i64 %i.2.0
  %.123 = load i64, ptr %.122, align 8
  %.124 = icmp eq i64 %.117, %.123
  br i1 %.124, label %B124.preheader, label %B218.endif.endif

B124.preheader:                                   ; preds = %B88
  %3 = add i64 %i.2.0, 2
  br label %B124

B124:                                             ; preds = %B182, %B124.preheader
  %lsr.iv = phi i64 [ %3, %B124.preheader ], [ %lsr.iv.next, %B182 ]
  %j.2.2 = phi i64 [ %.130, %B182 ], [ %.82, %B124.preheader ]
  %.130 = add nsw i64 %j.2.2, 1
  %exitcond.not = icmp eq i64 %arg.last, %lsr.iv
  br i1 %exitcond.not, label %B218.endif.endif, label %B146

B146:                                             ; preds = %B124
  %4 = shl i64 %lsr.iv, 3
  %scevgep98 = getelementptr i8, ptr %arg.doc_a, i64 %4
  %.149 = load i64, ptr %scevgep98, align 8
  %.154 = icmp eq i64 %.149, %.100
  br i1 %.154, label %B182, label %B218.endif.endif

B182:                                             ; preds = %B146
  %5 = shl i64 %lsr.iv, 3
  %scevgep = getelementptr i8, ptr %arg.doc_b, i64 %5
  %.165 = load i64, ptr %scevgep, align 8
  %.172 = icmp eq i64 %.165, %.117
  %lsr.iv.next = add i64 %lsr.iv, 1
  br i1 %.172, label %B124, label %B218.endif.endif

B554:                                             ; preds = %B554.preheader, %B2290
  %.542647649 = phi i64 [ %.549, %B2290 ], [ 0, %B554.preheader ]
  %.549 = add nuw nsw i64 %.542647649, 1
  %sunkaddr132 = mul i64 %.542647649, 8
  %sunkaddr133 = getelementptr i8, ptr %arg.seen, i64 %sunkaddr132
  %.582 = load i64, ptr %sunkaddr133, align 8
  %.584.not = icmp sgt i64 %.582, %.410
  br i1 %.584.not, label %B2290, label %B584

B584:                                             ; preds = %B554
  %sunkaddr134 = mul i64 %.542647649, 8
  %sunkaddr135 = getelementptr i8, ptr %arg.seen, i64 %sunkaddr134
  %sunkaddr136 = getelementptr i8, ptr %sunkaddr135, i64 512
  %.594 = load i64, ptr %sunkaddr136, align 8
  %.596 = icmp slt i64 %.410, %.594
  br i1 %.596, label %B618, label %B2290

B618:                                             ; preds = %B584
  %sunkaddr137 = mul i64 %.542647649, 8
  %sunkaddr138 = getelementptr i8, ptr %arg.seen, i64 %sunkaddr137
  %sunkaddr139 = getelementptr i8, ptr %sunkaddr138, i64 1024
  %.615 = load i64, ptr %sunkaddr139, align 8
  %6 = add i64 %.417, %.615
  %.616 = sub i64 %.410, %6
  %.619 = tail call i64 @llvm.abs.i64(i64 %.616, i1 false)
  %.620 = icmp slt i64 %.619, 41
  br i1 %.620, label %B2289, label %B2290

B702:                                             ; preds = %B456.endif.endif, %B2290
  %7 = icmp sgt i64 %arg.k, 0
  br i1 %7, label %B718, label %B836

B718:                                             ; preds = %B702
  %.683 = getelementptr i16, ptr %arg.letters, i64 %.410
  %.684 = load i16, ptr %.683, align 2
  %.691 = getelementptr i16, ptr %arg.letters, i64 %.417
  %.692 = load i16, ptr %.691, align 2
  %.693 = icmp eq i16 %.684, %.692
  br i1 %.693, label %B766.preheader, label %B836

B766.preheader:                                   ; preds = %B718
  %8 = shl i64 %.417, 1
  %scevgep108 = getelementptr i8, ptr %scevgep107, i64 %8
  %9 = shl i64 %.410, 1
  %scevgep111 = getelementptr i8, ptr %scevgep110, i64 %9
  br label %B766

B766:                                             ; preds = %B788, %B766.preheader
  %same.4.4 = phi i64 [ %.699, %B788 ], [ 0, %B766.preheader ]
  %exitcond826.not = icmp eq i64 %0, %same.4.4
  br i1 %exitcond826.not, label %B850, label %B788

B788:                                             ; preds = %B766
  %.699 = add nuw nsw i64 %same.4.4, 1
  %10 = shl nuw i64 %same.4.4, 1
  %scevgep112 = getelementptr i8, ptr %scevgep111, i64 %10
  %.723 = load i16, ptr %scevgep112, align 2
  %11 = shl nuw i64 %same.4.4, 1
  %scevgep109 = getelementptr i8, ptr %scevgep108, i64 %11
  %.731 = load i16, ptr %scevgep109, align 2
  %.732 = icmp eq i16 %.723, %.731
  br i1 %.732, label %B766, label %B836

B836:                                             ; preds = %B788, %B718, %B702
  %same.5.3 = phi i64 [ 0, %B718 ], [ 0, %B702 ], [ %.699, %B788 ]
  %.747 = icmp slt i64 %same.5.3, %arg.k
  br i1 %.747, label %B2289, label %B850

B850:                                             ; preds = %B836, %B766
  %same.5.3830 = phi i64 [ %same.5.3, %B836 ], [ %arg.k, %B766 ]
  %.774 = add nsw i64 %.410, %arg.k
  %.780 = add i64 %.417, %arg.k
  %.786 = icmp slt i64 %.774, %.208
  %.793 = icmp slt i64 %.780, %.229
  %or.cond = select i1 %.786, i1 %.793, i1 false
  %.800 = icmp slt i64 %same.5.3830, %arg.exact
  %or.cond604 = select i1 %or.cond, i1 %.800, i1 false
  br i1 %or.cond604, label %B906, label %B1044

B906:                                             ; preds = %B850
  %.821 = getelementptr i16, ptr %arg.letters, i64 %.774
  %.822 = load i16, ptr %.821, align 2
  %.827 = getelementptr i16, ptr %arg.letters, i64 %.780
  %.828 = load i16, ptr %.827, align 2
  %.831 = icmp eq i16 %.822, %.828
  br i1 %.831, label %B942.preheader, label %B1044

B942.preheader:                                   ; preds = %B906
  %12 = add i64 %same.5.3830, 1
  %13 = shl i64 %.774, 1
  %scevgep116 = getelementptr i8, ptr %scevgep115, i64 %13
  %14 = add i64 %1, %.410
  %15 = shl i64 %.780, 1
  %scevgep119 = getelementptr i8, ptr %scevgep118, i64 %15
  %16 = add i64 %2, %.417
  br label %B942

B942:                                             ; preds = %B1008, %B942.preheader
  %lsr.iv113 = phi i64 [ 0, %B942.preheader ], [ %lsr.iv.next114, %B1008 ]
  %17 = add i64 %14, %lsr.iv113
  %18 = add i64 %16, %lsr.iv113
  %19 = add i64 %12, %lsr.iv113
  %.862 = icmp slt i64 %17, %.208
  %.869 = icmp slt i64 %18, %.229
  %or.cond605 = select i1 %.862, i1 %.869, i1 false
  %.876 = icmp slt i64 %19, %arg.exact
  %or.cond606 = select i1 %or.cond605, i1 %.876, i1 false
  br i1 %or.cond606, label %B1008, label %B1044.loopexit

B1008:                                            ; preds = %B942
  %20 = shl i64 %lsr.iv113, 1
  %scevgep117 = getelementptr i8, ptr %scevgep116, i64 %20
  %.895 = load i16, ptr %scevgep117, align 2
  %scevgep120 = getelementptr i8, ptr %scevgep119, i64 %20
  %.901 = load i16, ptr %scevgep120, align 2
  %.904 = icmp eq i16 %.895, %.901
  %lsr.iv.next114 = add i64 %lsr.iv113, 1
  br i1 %.904, label %B942, label %B1044.loopexit

B1044.loopexit:                                   ; preds = %B1008, %B942
  %21 = add i64 %same.5.3830, 1
  %22 = add i64 %21, %lsr.iv113
  br label %B1044

B1044:                                            ; preds = %B1044.loopexit, %B906, %B850
  %same.7.3 = phi i64 [ %same.5.3830, %B850 ], [ %same.5.3830, %B906 ], [ %22, %B1044.loopexit ]
  %.934 = add nsw i64 %.410, -1
  %.939 = add nsw i64 %.417, -1
  %.945 = icmp sgt i64 %.410, %.197
  %.952 = icmp sgt i64 %.417, %.218
  %or.cond607 = select i1 %.945, i1 %.952, i1 false
  %.959 = icmp slt i64 %same.7.3, %arg.exact
  %or.cond608 = select i1 %or.cond607, i1 %.959, i1 false
  br i1 %or.cond608, label %B1100, label %B1238

B1100:                                            ; preds = %B1044
  %sunkaddr140 = mul i64 %.410, 2
  %sunkaddr141 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr140
  %sunkaddr142 = getelementptr i8, ptr %sunkaddr141, i64 -2
  %.981 = load i16, ptr %sunkaddr142, align 2
  %sunkaddr143 = mul i64 %.417, 2
  %sunkaddr144 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr143
  %sunkaddr145 = getelementptr i8, ptr %sunkaddr144, i64 -2
  %.987 = load i16, ptr %sunkaddr145, align 2
  %.990 = icmp eq i16 %.981, %.987
  br i1 %.990, label %B1136.preheader, label %B1238

B1136.preheader:                                  ; preds = %B1100
  %23 = add i64 %same.7.3, 1
  br label %B1136

B1136:                                            ; preds = %B1202, %B1136.preheader
  %lsr.iv121 = phi i64 [ %23, %B1136.preheader ], [ %lsr.iv.next122, %B1202 ]
  %p.5.4 = phi i64 [ %.996, %B1202 ], [ %.934, %B1136.preheader ]
  %q.5.4 = phi i64 [ %.1003, %B1202 ], [ %.939, %B1136.preheader ]
  %.1021 = icmp sgt i64 %p.5.4, %.197
  %.1028 = icmp sgt i64 %q.5.4, %.218
  %or.cond609 = select i1 %.1021, i1 %.1028, i1 false
  %.1035 = icmp slt i64 %lsr.iv121, %arg.exact
  %or.cond610 = select i1 %or.cond609, i1 %.1035, i1 false
  br i1 %or.cond610, label %B1202, label %B1238

B1202:                                            ; preds = %B1136
  %.1003 = add nsw i64 %q.5.4, -1
  %.996 = add nsw i64 %p.5.4, -1
  %24 = shl i64 %p.5.4, 1
  %scevgep123 = getelementptr i8, ptr %arg.letters, i64 %24
  %scevgep124 = getelementptr i8, ptr %scevgep123, i64 -2
  %.1054 = load i16, ptr %scevgep124, align 2
  %25 = shl i64 %q.5.4, 1
  %scevgep125 = getelementptr i8, ptr %arg.letters, i64 %25
  %scevgep126 = getelementptr i8, ptr %scevgep125, i64 -2
  %.1060 = load i16, ptr %scevgep126, align 2
  %.1063 = icmp eq i16 %.1054, %.1060
  %lsr.iv.next122 = add i64 %lsr.iv121, 1
  br i1 %.1063, label %B1136, label %B1238

B1238:                                            ; preds = %B1202, %B1136, %B1100, %B1044
  %same.9.3 = phi i64 [ %same.7.3, %B1044 ], [ %same.7.3, %B1100 ], [ %lsr.iv121, %B1136 ], [ %lsr.iv121, %B1202 ]
  %.1090 = icmp slt i64 %same.9.3, %arg.exact
  br i1 %.1090, label %B1250, label %B1544

B1250:                                            ; preds = %B1238
  %.1096 = icmp sgt i64 %.372658683, %i.2.0
  br i1 %.1096, label %B1262, label %B1390

B1262:                                            ; preds = %B1250
  %.1105 = add nsw i64 %.372658683, -1
  %.1107 = getelementptr i64, ptr %arg.pos_a, i64 %.1105
  %.1108 = load i64, ptr %.1107, align 8
  %.1110 = sub nsw i64 %.410, %.1108
  %.1111 = icmp slt i64 %.1110, 80
  br i1 %.1111, label %B1388, label %B1390

B1388:                                            ; preds = %B1262
  %sunkaddr159 = mul i64 %.379, 8
  %sunkaddr160 = getelementptr i8, ptr %arg.pos_b, i64 %sunkaddr159
  %sunkaddr161 = getelementptr i8, ptr %sunkaddr160, i64 -16
  %.1129 = load i64, ptr %sunkaddr161, align 8
  %26 = add i64 %.417, %.1108
  %.1119 = sub i64 %.410, %26
  %.1131 = add i64 %.1119, %.1129
  %.1134 = tail call i64 @llvm.abs.i64(i64 %.1131, i1 false)
  %.1135 = icmp slt i64 %.1134, 9
  br i1 %.1135, label %B1544, label %B1390

B1390:                                            ; preds = %B1388, %B1262, %B1250
  %.1154 = icmp slt i64 %.379, %j.3.1
  br i1 %.1154, label %B1408, label %B2289

B1408:                                            ; preds = %B1390
  %.1161 = getelementptr i64, ptr %arg.pos_a, i64 %.379
  %.1162 = load i64, ptr %.1161, align 8
  %.1164 = sub nsw i64 %.1162, %.410
  %.1165 = icmp slt i64 %.1164, 80
  br i1 %.1165, label %B1534, label %B2289

B1534:                                            ; preds = %B1408
  %.1180 = getelementptr i64, ptr %arg.pos_b, i64 %.379
  %.1181 = load i64, ptr %.1180, align 8
  %27 = add i64 %.417, %.1162
  %.1171 = sub i64 %.410, %27
  %.1183 = add i64 %.1171, %.1181
  %.1186 = tail call i64 @llvm.abs.i64(i64 %.1183, i1 false)
  %.1187 = icmp slt i64 %.1186, 9
  br i1 %.1187, label %B1544, label %B2289

B1544:                                            ; preds = %B1534, %B1388, %B1238
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %.1222, i8 0, i64 32, i1 false)
  %.1226 = call i32 @_ZN5sayso5reuse9extension8extendedB3v12B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx23Literal_5bint_5d_281_29xx8int64_2a8int64_2a(ptr nonnull %.1222, ptr nonnull %excinfo.3, ptr %arg.letters, i64 %.410, i64 %.208, i64 %.417, i64 %.229, i64 1, i64 %arg.drop1, i64 %arg.band, ptr %arg.reach, ptr %arg.matched)
  %sunkaddr149 = getelementptr inbounds i8, ptr %.1222, i64 16
  %.1236.fca.2.load = load i64, ptr %sunkaddr149, align 8
  %sunkaddr150 = getelementptr inbounds i8, ptr %.1222, i64 24
  %.1236.fca.3.load = load i64, ptr %sunkaddr150, align 8
  %cond = icmp eq i32 %.1226, 0
  br i1 %cond, label %B1544.endif, label %B1544.if, !prof !5

B1724:                                            ; preds = %B1544.endif.endif
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %.1354, i8 0, i64 32, i1 false)
  %.1358 = call i32 @_ZN5sayso5reuse9extension8extendedB3v12B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx23Literal_5bint_5d_281_29xx8int64_2a8int64_2a(ptr nonnull %.1354, ptr nonnull %excinfo.5, ptr %arg.letters, i64 %.410, i64 %.208, i64 %.417, i64 %.229, i64 1, i64 %arg.drop, i64 %arg.band, ptr %arg.reach, ptr %arg.matched)
  %.1368.fca.0.load = load i64, ptr %.1354, align 8
  %sunkaddr151 = getelementptr inbounds i8, ptr %.1354, i64 8
  %.1368.fca.1.load = load i64, ptr %sunkaddr151, align 8
  %sunkaddr152 = getelementptr inbounds i8, ptr %.1354, i64 16
  %.1368.fca.2.load = load i64, ptr %sunkaddr152, align 8
  %sunkaddr153 = getelementptr inbounds i8, ptr %.1354, i64 24
  %.1368.fca.3.load = load i64, ptr %sunkaddr153, align 8
  %cond33 = icmp eq i32 %.1358, 0
  br i1 %cond33, label %B1724.endif, label %B1724.if, !prof !5

B2026:                                            ; preds = %B1724.endif.endif.endif
  %.1549 = getelementptr i64, ptr %arg.doc_a, i64 %.372658683
  %.1550 = load i64, ptr %.1549, align 8
  %.1554.idx = shl i64 %t.2.1685, 6
  %.1554 = getelementptr i8, ptr %arg.out, i64 %.1554.idx
  store i64 %.1550, ptr %.1554, align 8
  %.1558 = getelementptr i64, ptr %arg.doc_b, i64 %.372658683
  %.1559 = load i64, ptr %.1558, align 8
  %.1566 = getelementptr i8, ptr %.1554, i64 8
  store i64 %.1559, ptr %.1566, align 8
  %.1577 = getelementptr i8, ptr %.1554, i64 16
  store i64 %.1476, ptr %.1577, align 8
  %.1590 = getelementptr i8, ptr %.1554, i64 24
  store i64 %.1482, ptr %.1590, align 8
  %.1594 = sub nsw i64 %.417, %.1434.fca.1.load
  %.1601 = getelementptr i8, ptr %.1554, i64 32
  store i64 %.1594, ptr %.1601, align 8
  %.1614 = getelementptr i8, ptr %.1554, i64 40
  store i64 %.1523, ptr %.1614, align 8
  %.1627 = getelementptr i8, ptr %.1554, i64 48
  store i64 %.1538, ptr %.1627, align 8
  %.1640 = getelementptr i8, ptr %.1554, i64 56
  store i64 %.1541, ptr %.1640, align 8
  %.1643 = add nsw i64 %t.2.1685, 1
  br label %B2289

B2270:                                            ; preds = %B218.endif.endif, %B2289
  %t.2.1.lcssa = phi i64 [ %t.5.0, %B218.endif.endif ], [ %t.3.2, %B2289 ]
  %.1720 = icmp slt i64 %j.3.1, %arg.last
  br i1 %.1720, label %B30, label %B2288

common.ret:                                       ; preds = %B1724.endif.if, %B1724.if, %B1544.endif.if, %B1544.if, %B2288
  %common.ret.op = phi i32 [ 0, %B2288 ], [ %.1280, %B1544.endif.if ], [ %.1424, %B1724.endif.if ], [ %.1358, %B1724.if ], [ %.1226, %B1544.if ]
  ret i32 %common.ret.op

B2288:                                            ; preds = %B2270, %B0
  %t.6.1 = phi i64 [ 0, %B0 ], [ %t.2.1.lcssa, %B2270 ]
  %touched.3.1 = phi i64 [ 0, %B0 ], [ %.278, %B2270 ]
  %.1767 = getelementptr i8, ptr %arg.seen, i64 1528
  store i64 %touched.3.1, ptr %.1767, align 8
  store i64 %t.6.1, ptr %retptr, align 8
  br label %common.ret

B2289:                                            ; preds = %B1724.endif.endif.endif, %B1544.endif.endif, %B2026, %B1534, %B1408, %B1390, %B836, %B618
  %t.3.2 = phi i64 [ %t.2.1685, %B1534 ], [ %t.2.1685, %B836 ], [ %t.2.1685, %B1408 ], [ %t.2.1685, %B618 ], [ %t.2.1685, %B1724.endif.endif.endif ], [ %.1643, %B2026 ], [ %t.2.1685, %B1390 ], [ %t.2.1685, %B1544.endif.endif ]
  %covered.3.2 = phi i64 [ %covered.2.1686, %B1534 ], [ %covered.2.1686, %B836 ], [ %covered.2.1686, %B1408 ], [ %covered.2.1686, %B618 ], [ %.1530, %B1724.endif.endif.endif ], [ %.1530, %B2026 ], [ %covered.2.1686, %B1390 ], [ %covered.2.1686, %B1544.endif.endif ]
  %.366 = icmp sgt i64 %.365652684, 1
  br i1 %.366, label %B456.endif.endif, label %B2270

B2290:                                            ; preds = %B618, %B584, %B554
  %exitcond825.not = icmp eq i64 %.13.i30, %.549
  br i1 %exitcond825.not, label %B702, label %B554

B218.endif.endif:                                 ; preds = %B182, %B146, %B124, %B88, %B52, %B30.B218_crit_edge
  %.194 = phi i64 [ %.100, %B88 ], [ %.104, %B52 ], [ %.194.pre, %B30.B218_crit_edge ], [ %.100, %B124 ], [ %.100, %B146 ], [ %.100, %B182 ]
  %j.3.1 = phi i64 [ %.82, %B88 ], [ %.82, %B52 ], [ %.82, %B30.B218_crit_edge ], [ %arg.last, %B124 ], [ %.130, %B146 ], [ %lsr.iv, %B182 ]
  %.196 = getelementptr i64, ptr %arg.starts, i64 %.194
  %.197 = load i64, ptr %.196, align 8
  %.207 = getelementptr i8, ptr %.196, i64 8
  %.208 = load i64, ptr %.207, align 8
  %.214 = getelementptr i64, ptr %arg.doc_b, i64 %i.2.0
  %.215 = load i64, ptr %.214, align 8
  %.217 = getelementptr i64, ptr %arg.starts, i64 %.215
  %.218 = load i64, ptr %.217, align 8
  %.228 = getelementptr i8, ptr %.217, i64 8
  %.229 = load i64, ptr %.228, align 8
  %.237 = add nsw i64 %i.2.0, 12
  %.13.i = tail call i64 @llvm.smin.i64(i64 %.239, i64 %.237)
  %.271 = getelementptr i64, ptr %arg.pos_b, i64 %.13.i
  %.272 = load i64, ptr %.271, align 8
  %.274 = getelementptr i16, ptr %arg.letters, i64 %.272
  %.275 = load i16, ptr %.274, align 2
  %.277 = zext i16 %.275 to i64
  %.278 = add nuw nsw i64 %touched.2.0, %.277
  %.322 = sub i64 %j.3.1, %i.2.0
  %.366680.not = icmp slt i64 %.322, 1
  br i1 %.366680.not, label %B2270, label %B456.lr.ph

B456.lr.ph:                                       ; preds = %B218.endif.endif
  %.1266 = add nsw i64 %.197, -1
  %.1270 = add nsw i64 %.218, -1
  br label %B456.endif.endif

B456.endif.endif:                                 ; preds = %B456.lr.ph, %B2289
  %covered.2.1686 = phi i64 [ 0, %B456.lr.ph ], [ %covered.3.2, %B2289 ]
  %t.2.1685 = phi i64 [ %t.5.0, %B456.lr.ph ], [ %t.3.2, %B2289 ]
  %.365652684 = phi i64 [ %.322, %B456.lr.ph ], [ %.375, %B2289 ]
  %.372658683 = phi i64 [ %i.2.0, %B456.lr.ph ], [ %.379, %B2289 ]
  %.375 = add nsw i64 %.365652684, -1
  %.379 = add i64 %.372658683, 1
  %.409 = getelementptr i64, ptr %arg.pos_a, i64 %.372658683
  %.410 = load i64, ptr %.409, align 8
  %.416 = getelementptr i64, ptr %arg.pos_b, i64 %.372658683
  %.417 = load i64, ptr %.416, align 8
  %.13.i30 = tail call i64 @llvm.smin.i64(i64 %covered.2.1686, i64 64)
  %.536648.not = icmp slt i64 %covered.2.1686, 1
  br i1 %.536648.not, label %B702, label %B554.preheader

B554.preheader:                                   ; preds = %B456.endif.endif
  br label %B554

B1544.if:                                         ; preds = %B1544
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1544.endif:                                      ; preds = %B1544
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %.1276, i8 0, i64 32, i1 false)
  %.1280 = call i32 @_ZN5sayso5reuse9extension8extendedB3v15B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx26Literal_5bint_5d_28_2d1_29xx8int64_2a8int64_2a(ptr nonnull %.1276, ptr nonnull %excinfo.4, ptr %arg.letters, i64 %.934, i64 %.1266, i64 %.939, i64 %.1270, i64 -1, i64 %arg.drop1, i64 %arg.band, ptr %arg.reach, ptr %arg.matched)
  %cond32 = icmp eq i32 %.1280, 0
  br i1 %cond32, label %B1544.endif.endif, label %B1544.endif.if, !prof !5

B1544.endif.if:                                   ; preds = %B1544.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1544.endif.endif:                                ; preds = %B1544.endif
  %sunkaddr154 = getelementptr inbounds i8, ptr %.1276, i64 24
  %.1290.fca.3.load = load i64, ptr %sunkaddr154, align 8
  %sunkaddr155 = getelementptr inbounds i8, ptr %.1276, i64 16
  %.1290.fca.2.load = load i64, ptr %sunkaddr155, align 8
  %.1316 = add nsw i64 %.1290.fca.3.load, %.1236.fca.3.load
  %.1317 = add nsw i64 %.1290.fca.2.load, %.1236.fca.2.load
  %28 = shl i64 %.1317, 1
  %.1319 = sub i64 %.1316, %28
  %.1321 = icmp slt i64 %.1319, %arg.least
  br i1 %.1321, label %B2289, label %B1724

B1724.if:                                         ; preds = %B1724
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1724.endif:                                      ; preds = %B1724
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %.1420, i8 0, i64 32, i1 false)
  %.1424 = call i32 @_ZN5sayso5reuse9extension8extendedB3v15B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx26Literal_5bint_5d_28_2d1_29xx8int64_2a8int64_2a(ptr nonnull %.1420, ptr nonnull %excinfo.6, ptr %arg.letters, i64 %.934, i64 %.1266, i64 %.939, i64 %.1270, i64 -1, i64 %arg.drop, i64 %arg.band, ptr %arg.reach, ptr %arg.matched)
  %sunkaddr156 = getelementptr inbounds i8, ptr %.1420, i64 8
  %.1434.fca.1.load = load i64, ptr %sunkaddr156, align 8
  %cond34 = icmp eq i32 %.1424, 0
  br i1 %cond34, label %B1724.endif.endif.endif, label %B1724.endif.if, !prof !5

B1724.endif.if:                                   ; preds = %B1724.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1724.endif.endif.endif:                          ; preds = %B1724.endif
  %sunkaddr157 = getelementptr inbounds i8, ptr %.1420, i64 24
  %.1434.fca.3.load = load i64, ptr %sunkaddr157, align 8
  %sunkaddr158 = getelementptr inbounds i8, ptr %.1420, i64 16
  %.1434.fca.2.load = load i64, ptr %sunkaddr158, align 8
  %.1434.fca.0.load = load i64, ptr %.1420, align 8
  %.1473 = and i64 %covered.2.1686, 63
  %.1476 = sub nsw i64 %.410, %.1434.fca.0.load
  %.1478 = getelementptr i64, ptr %arg.seen, i64 %.1473
  store i64 %.1476, ptr %.1478, align 8
  %.1482 = add nsw i64 %.1368.fca.0.load, %.410
  %.13.i31 = tail call i64 @llvm.smax.i64(i64 %.774, i64 %.1482)
  %.1516 = getelementptr i8, ptr %.1478, i64 512
  store i64 %.13.i31, ptr %.1516, align 8
  %.1523 = add nsw i64 %.1368.fca.1.load, %.417
  %.1524 = sub nsw i64 %.1482, %.1523
  %.1527 = getelementptr i8, ptr %.1478, i64 1024
  store i64 %.1524, ptr %.1527, align 8
  %.1530 = add nsw i64 %covered.2.1686, 1
  %.1538 = add nsw i64 %.1434.fca.3.load, %.1368.fca.3.load
  %.1541 = add nsw i64 %.1434.fca.2.load, %.1368.fca.2.load
  %.1542 = shl nsw i64 %.1541, 1
  %.1543 = sub nsw i64 %.1538, %.1542
  %.1545.not = icmp slt i64 %.1543, %arg.least
  br i1 %.1545.not, label %B2289, label %B2026
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.abs.i64(i64, i1 immarg) #2

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #3

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define internal noundef i32 @_ZN5sayso5reuse9extension8extendedB3v12B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx23Literal_5bint_5d_281_29xx8int64_2a8int64_2a(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.letters, i64 %arg.a, i64 %arg.a_end, i64 %arg.b, i64 %arg.b_end, i64 %arg.step, i64 %arg.drop, i64 %arg.band, ptr %arg.reach, ptr %arg.matched) local_unnamed_addr #0 {
B0.endif:
  %.31 = sub nsw i64 %arg.a_end, %arg.a
  %.38 = sub nsw i64 %arg.b_end, %arg.b
  %.13.i = tail call i64 @llvm.smin.i64(i64 %.38, i64 %.31)
  %.88 = icmp sgt i64 %.13.i, 0
  br i1 %.88, label %B84, label %B226

B84:                                              ; preds = %B0.endif
  %.103 = getelementptr i16, ptr %arg.letters, i64 %arg.a
  %.104 = load i16, ptr %.103, align 2
  %.113 = getelementptr i16, ptr %arg.letters, i64 %arg.b
  %.114 = load i16, ptr %.113, align 2
  %.115 = icmp eq i16 %.104, %.114
  br i1 %.115, label %B144.preheader, label %B226

B144.preheader:                                   ; preds = %B84
  %0 = add nsw i64 %.13.i, -1
  %1 = shl i64 %arg.b, 1
  %2 = getelementptr i8, ptr %arg.letters, i64 %1
  %scevgep15 = getelementptr i8, ptr %2, i64 2
  %3 = shl i64 %arg.a, 1
  %4 = getelementptr i8, ptr %arg.letters, i64 %3
  %scevgep17 = getelementptr i8, ptr %4, i64 2
  br label %B144

B144:                                             ; preds = %B166, %B144.preheader
  %i.2.0 = phi i64 [ %.121, %B166 ], [ 0, %B144.preheader ]
  %exitcond.not = icmp eq i64 %0, %i.2.0
  br i1 %exitcond.not, label %common.ret, label %B166

B166:                                             ; preds = %B144
  %.121 = add nuw nsw i64 %i.2.0, 1
  %5 = shl nuw i64 %i.2.0, 1
  %scevgep24 = getelementptr i8, ptr %scevgep17, i64 %5
  %.147 = load i16, ptr %scevgep24, align 2
  %6 = shl nuw i64 %i.2.0, 1
  %scevgep = getelementptr i8, ptr %scevgep15, i64 %6
  %.157 = load i16, ptr %scevgep, align 2
  %.158 = icmp eq i16 %.147, %.157
  br i1 %.158, label %B144, label %B226

B226:                                             ; preds = %B166, %B84, %B0.endif
  %i.3.1 = phi i64 [ 0, %B84 ], [ 0, %B0.endif ], [ %.121, %B166 ]
  %.192 = icmp eq i64 %i.3.1, %.13.i
  br i1 %.192, label %common.ret, label %B270.endif

common.ret:                                       ; preds = %B270.endif, %B1088, %B226, %B144
  %best_a.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_a.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  %best_b.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_b.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  %best_edits.2.1.sink = phi i64 [ 0, %B226 ], [ %best_edits.4.1.lcssa, %B1088 ], [ 0, %B270.endif ], [ 0, %B144 ]
  %best_matches.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_matches.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  store i64 %best_a.2.1.sink, ptr %retptr, align 8
  %retptr.repack586 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store i64 %best_b.2.1.sink, ptr %retptr.repack586, align 8
  %retptr.repack588 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store i64 %best_edits.2.1.sink, ptr %retptr.repack588, align 8
  %retptr.repack590 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store i64 %best_matches.2.1.sink, ptr %retptr.repack590, align 8
  ret i32 0

B490:                                             ; preds = %B490.lr.ph, %B1169
  %lsr.iv12 = phi ptr [ %scevgep11, %B490.lr.ph ], [ %scevgep13, %B1169 ]
  %lsr.iv8 = phi i64 [ %28, %B490.lr.ph ], [ %lsr.iv.next9, %B1169 ]
  %here_matched.2.1630 = phi i64 [ 0, %B490.lr.ph ], [ %.666, %B1169 ]
  %here.2.1629 = phi i64 [ -9, %B490.lr.ph ], [ %.656, %B1169 ]
  %left_matched.2.1628 = phi i64 [ 0, %B490.lr.ph ], [ %here_matched.2.1630, %B1169 ]
  %left.2.1627 = phi i64 [ -9, %B490.lr.ph ], [ %here.2.1629, %B1169 ]
  %live_high.2.1626 = phi i64 [ %.505, %B490.lr.ph ], [ %live_high.3.2, %B1169 ]
  %live_low.2.1625 = phi i64 [ %.500, %B490.lr.ph ], [ %live_low.3.2, %B1169 ]
  %best_matches.4.1624 = phi i64 [ %best_matches.3.0660, %B490.lr.ph ], [ %best_matches.5.2, %B1169 ]
  %best_edits.4.1623 = phi i64 [ %best_edits.3.0659, %B490.lr.ph ], [ %best_edits.5.2, %B1169 ]
  %best_b.4.1622 = phi i64 [ %best_b.3.0658, %B490.lr.ph ], [ %best_b.5.2, %B1169 ]
  %best_a.4.1621 = phi i64 [ %best_a.3.0657, %B490.lr.ph ], [ %best_a.5.2, %B1169 ]
  %best.2.1620 = phi i64 [ %best.5.0656, %B490.lr.ph ], [ %best.3.2, %B1169 ]
  %.608613619 = phi i64 [ %.565, %B490.lr.ph ], [ %.618, %B1169 ]
  %.615615618 = phi i64 [ %.522, %B490.lr.ph ], [ %.622, %B1169 ]
  %.618 = add nsw i64 %.608613619, -1
  %.622 = add i64 %.615615618, 1
  %.652 = add nsw i64 %.615615618, %arg.band
  %.653 = add nsw i64 %.652, 1
  %.655 = getelementptr i64, ptr %arg.reach, i64 %.653
  %.656 = load i64, ptr %.655, align 8
  %.665 = getelementptr i64, ptr %arg.matched, i64 %.653
  %.666 = load i64, ptr %.665, align 8
  %.681 = icmp sgt i64 %left.2.1627, %here.2.1629
  %spec.select.v = tail call i64 @llvm.smax.i64(i64 %left.2.1627, i64 %here.2.1629)
  %spec.select = add nsw i64 %spec.select.v, 1
  %spec.select579 = select i1 %.681, i64 %left_matched.2.1628, i64 %here_matched.2.1630
  %.711 = icmp sgt i64 %.656, %spec.select
  %at.5.2 = tail call i64 @llvm.smax.i64(i64 %.656, i64 %spec.select)
  %found.5.2 = select i1 %.711, i64 %.666, i64 %spec.select579
  %.748 = sub nsw i64 %at.5.2, %.615615618
  %.753 = icmp slt i64 %at.5.2, 0
  %.757 = icmp sgt i64 %at.5.2, %.31
  %or.cond = or i1 %.753, %.757
  %.761 = icmp sgt i64 %.748, %.38
  %.764 = icmp slt i64 %.748, 0
  %7 = or i1 %.761, %.764
  %or.cond581 = select i1 %or.cond, i1 true, i1 %7
  br i1 %or.cond581, label %B688, label %B706

B688:                                             ; preds = %B490
  %.820 = getelementptr i64, ptr %arg.reach, i64 %.652
  store i64 -9, ptr %.820, align 8
  br label %B1169

B706:                                             ; preds = %B490
  %.837 = icmp samesign ult i64 %at.5.2, %.31
  %.850 = icmp slt i64 %.748, %.38
  %or.cond582 = select i1 %.837, i1 %.850, i1 false
  br i1 %or.cond582, label %B730, label %B904

B730:                                             ; preds = %B706
  %.883 = getelementptr i16, ptr %21, i64 %at.5.2
  %.884 = load i16, ptr %.883, align 2
  %.893 = getelementptr i16, ptr %22, i64 %.748
  %.894 = load i16, ptr %.893, align 2
  %.895 = icmp eq i16 %.884, %.894
  br i1 %.895, label %B790.preheader, label %B904

B790.preheader:                                   ; preds = %B730
  %8 = shl i64 %at.5.2, 1
  %scevgep19 = getelementptr i8, ptr %lsr.iv12, i64 %8
  %scevgep22 = getelementptr i8, ptr %scevgep21, i64 %8
  %9 = add i64 %at.5.2, %lsr.iv8
  br label %B790

B790:                                             ; preds = %B844, %B790.preheader
  %lsr.iv14 = phi i64 [ 0, %B790.preheader ], [ %lsr.iv.next, %B844 ]
  %10 = add i64 %at.5.2, %lsr.iv14
  %11 = add i64 %10, 1
  %12 = add i64 %9, %lsr.iv14
  %.932 = icmp slt i64 %11, %.31
  %.945 = icmp slt i64 %12, %.38
  %or.cond583 = select i1 %.932, i1 %.945, i1 false
  br i1 %or.cond583, label %B844, label %B904.loopexit

B844:                                             ; preds = %B790
  %13 = shl i64 %lsr.iv14, 1
  %scevgep23 = getelementptr i8, ptr %scevgep22, i64 %13
  %.976 = load i16, ptr %scevgep23, align 2
  %14 = shl i64 %lsr.iv14, 1
  %scevgep20 = getelementptr i8, ptr %scevgep19, i64 %14
  %.986 = load i16, ptr %scevgep20, align 2
  %.987 = icmp eq i16 %.976, %.986
  %lsr.iv.next = add i64 %lsr.iv14, 1
  br i1 %.987, label %B790, label %B904.loopexit

B904.loopexit:                                    ; preds = %B844, %B790
  %15 = add i64 %found.5.2, 1
  %16 = add i64 %15, %lsr.iv14
  %17 = add i64 %at.5.2, %lsr.iv8
  %18 = add i64 %17, %lsr.iv14
  %19 = add i64 %at.5.2, %lsr.iv14
  %20 = add i64 %19, 1
  br label %B904

B904:                                             ; preds = %B904.loopexit, %B730, %B706
  %at.7.3 = phi i64 [ %at.5.2, %B730 ], [ %at.5.2, %B706 ], [ %20, %B904.loopexit ]
  %found.7.3 = phi i64 [ %found.5.2, %B730 ], [ %found.5.2, %B706 ], [ %16, %B904.loopexit ]
  %other.3.3 = phi i64 [ %.748, %B730 ], [ %.748, %B706 ], [ %18, %B904.loopexit ]
  %.1015 = sub nsw i64 %found.7.3, %.1013
  %.1021 = sub nsw i64 %best.2.1620, %arg.drop
  %.1023 = icmp slt i64 %.1015, %.1021
  br i1 %.1023, label %B938, label %B956.endif.endif

B938:                                             ; preds = %B904
  %sunkaddr25 = mul i64 %.652, 8
  %sunkaddr26 = getelementptr i8, ptr %arg.reach, i64 %sunkaddr25
  store i64 -9, ptr %sunkaddr26, align 8
  br label %B1169

B1064:                                            ; preds = %B956.endif.endif
  br label %B1169

B1088:                                            ; preds = %B338.endif, %B1169
  %best.2.1.lcssa = phi i64 [ %best.5.0656, %B338.endif ], [ %best.3.2, %B1169 ]
  %best_a.4.1.lcssa = phi i64 [ %best_a.3.0657, %B338.endif ], [ %best_a.5.2, %B1169 ]
  %best_b.4.1.lcssa = phi i64 [ %best_b.3.0658, %B338.endif ], [ %best_b.5.2, %B1169 ]
  %best_edits.4.1.lcssa = phi i64 [ %best_edits.3.0659, %B338.endif ], [ %best_edits.5.2, %B1169 ]
  %best_matches.4.1.lcssa = phi i64 [ %best_matches.3.0660, %B338.endif ], [ %best_matches.5.2, %B1169 ]
  %live_low.2.1.lcssa = phi i64 [ %.500, %B338.endif ], [ %live_low.3.2, %B1169 ]
  %live_high.2.1.lcssa = phi i64 [ %.505, %B338.endif ], [ %live_high.3.2, %B1169 ]
  %.1281 = icmp sle i64 %live_low.2.1.lcssa, %live_high.2.1.lcssa
  %.1348 = add nsw i64 %live_low.2.1.lcssa, %arg.band
  %.1349 = icmp sgt i64 %.1348, 2
  %or.cond584.not690 = select i1 %.1281, i1 %.1349, i1 false
  %.1353 = add nsw i64 %live_high.2.1.lcssa, %arg.band
  %.1357 = icmp sle i64 %.1353, %.1356
  %or.cond687.not689 = select i1 %or.cond584.not690, i1 %.1357, i1 false
  %.399 = icmp sgt i64 %.398639655, 1
  %or.cond688 = select i1 %or.cond687.not689, i1 %.399, i1 false
  br i1 %or.cond688, label %B338.endif, label %common.ret

B1169:                                            ; preds = %B956.endif.endif, %B1064, %B938, %B688
  %best.3.2 = phi i64 [ %best.2.1620, %B688 ], [ %best.2.1620, %B938 ], [ %.1015, %B1064 ], [ %best.2.1620, %B956.endif.endif ]
  %best_a.5.2 = phi i64 [ %best_a.4.1621, %B688 ], [ %best_a.4.1621, %B938 ], [ %at.7.3, %B1064 ], [ %best_a.4.1621, %B956.endif.endif ]
  %best_b.5.2 = phi i64 [ %best_b.4.1622, %B688 ], [ %best_b.4.1622, %B938 ], [ %other.3.3, %B1064 ], [ %best_b.4.1622, %B956.endif.endif ]
  %best_edits.5.2 = phi i64 [ %best_edits.4.1623, %B688 ], [ %best_edits.4.1623, %B938 ], [ %.405642654, %B1064 ], [ %best_edits.4.1623, %B956.endif.endif ]
  %best_matches.5.2 = phi i64 [ %best_matches.4.1624, %B688 ], [ %best_matches.4.1624, %B938 ], [ %found.7.3, %B1064 ], [ %best_matches.4.1624, %B956.endif.endif ]
  %live_low.3.2 = phi i64 [ %live_low.2.1625, %B688 ], [ %live_low.2.1625, %B938 ], [ %.13.i2, %B1064 ], [ %.13.i2, %B956.endif.endif ]
  %live_high.3.2 = phi i64 [ %live_high.2.1626, %B688 ], [ %live_high.2.1626, %B938 ], [ %.13.i3, %B1064 ], [ %.13.i3, %B956.endif.endif ]
  %lsr.iv.next9 = add i64 %lsr.iv8, -1
  %scevgep13 = getelementptr i8, ptr %lsr.iv12, i64 -2
  %.609 = icmp sgt i64 %.608613619, 1
  br i1 %.609, label %B490, label %B1088

B270.endif:                                       ; preds = %B226
  %.287 = getelementptr i64, ptr %arg.reach, i64 %arg.band
  store i64 %i.3.1, ptr %.287, align 8
  %.292 = getelementptr i64, ptr %arg.matched, i64 %arg.band
  store i64 %i.3.1, ptr %.292, align 8
  %.339 = add i64 %arg.band, -1
  %.399653.not = icmp slt i64 %.339, 1
  br i1 %.399653.not, label %common.ret, label %B338.endif.lr.ph

B338.endif.lr.ph:                                 ; preds = %B270.endif
  %21 = getelementptr i16, ptr %arg.letters, i64 %arg.a
  %22 = getelementptr i16, ptr %arg.letters, i64 %arg.b
  %.1355 = shl nsw i64 %arg.band, 1
  %.1356 = add nsw i64 %.1355, -2
  %23 = shl i64 %arg.a, 1
  %24 = shl i64 %arg.b, 1
  %25 = getelementptr i8, ptr %arg.letters, i64 %24
  %scevgep10 = getelementptr i8, ptr %25, i64 4
  %26 = add i64 %23, 2
  %scevgep21 = getelementptr i8, ptr %arg.letters, i64 %26
  br label %B338.endif

B338.endif:                                       ; preds = %B338.endif.lr.ph, %B1088
  %high.2.0662 = phi i64 [ 0, %B338.endif.lr.ph ], [ %live_high.2.1.lcssa, %B1088 ]
  %low.2.0661 = phi i64 [ 0, %B338.endif.lr.ph ], [ %live_low.2.1.lcssa, %B1088 ]
  %best_matches.3.0660 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_matches.4.1.lcssa, %B1088 ]
  %best_edits.3.0659 = phi i64 [ 0, %B338.endif.lr.ph ], [ %best_edits.4.1.lcssa, %B1088 ]
  %best_b.3.0658 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_b.4.1.lcssa, %B1088 ]
  %best_a.3.0657 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_a.4.1.lcssa, %B1088 ]
  %best.5.0656 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best.2.1.lcssa, %B1088 ]
  %.398639655 = phi i64 [ %.339, %B338.endif.lr.ph ], [ %.408, %B1088 ]
  %.405642654 = phi i64 [ 1, %B338.endif.lr.ph ], [ %.412, %B1088 ]
  %.408 = add nsw i64 %.398639655, -1
  %.412 = add nuw i64 %.405642654, 1
  %27 = getelementptr i64, ptr %.287, i64 %low.2.0661
  %.483 = getelementptr i8, ptr %27, i64 -8
  store i64 -9, ptr %.483, align 8
  %gep = getelementptr i64, ptr %.287, i64 %high.2.0662
  %.490 = getelementptr i8, ptr %gep, i64 8
  store i64 -9, ptr %.490, align 8
  %.497 = getelementptr i8, ptr %gep, i64 16
  store i64 -9, ptr %.497, align 8
  %.500 = add nsw i64 %high.2.0662, 2
  %.505 = add nsw i64 %low.2.0661, -2
  %.522 = add nsw i64 %low.2.0661, -1
  %.565 = sub i64 %.500, %.522
  %.609617.not = icmp slt i64 %.565, 1
  br i1 %.609617.not, label %B1088, label %B490.lr.ph

B490.lr.ph:                                       ; preds = %B338.endif
  %.1013 = shl nsw i64 %.405642654, 1
  %28 = sub i64 2, %low.2.0661
  %29 = mul i64 %low.2.0661, -2
  %scevgep11 = getelementptr i8, ptr %scevgep10, i64 %29
  br label %B490

B956.endif.endif:                                 ; preds = %B904
  %sunkaddr27 = mul i64 %.652, 8
  %sunkaddr28 = getelementptr i8, ptr %arg.reach, i64 %sunkaddr27
  store i64 %at.7.3, ptr %sunkaddr28, align 8
  %.1117 = getelementptr i64, ptr %arg.matched, i64 %.652
  store i64 %found.7.3, ptr %.1117, align 8
  %.13.i2 = tail call i64 @llvm.smin.i64(i64 %.615615618, i64 %live_low.2.1625)
  %.13.i3 = tail call i64 @llvm.smax.i64(i64 %.615615618, i64 %live_high.2.1626)
  %.1193 = icmp sgt i64 %.1015, %best.2.1620
  br i1 %.1193, label %B1064, label %B1169
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define internal noundef i32 @_ZN5sayso5reuse9extension8extendedB3v15B44c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWsBAK4JIagIAE9uint16_2axxxx26Literal_5bint_5d_28_2d1_29xx8int64_2a8int64_2a(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.letters, i64 %arg.a, i64 %arg.a_end, i64 %arg.b, i64 %arg.b_end, i64 %arg.step, i64 %arg.drop, i64 %arg.band, ptr %arg.reach, ptr %arg.matched) local_unnamed_addr #0 {
B0.endif:
  %.31.neg = sub nsw i64 %arg.a, %arg.a_end
  %.38.neg = sub nsw i64 %arg.b, %arg.b_end
  %.13.i = tail call i64 @llvm.smin.i64(i64 %.38.neg, i64 %.31.neg)
  %.88 = icmp sgt i64 %.13.i, 0
  br i1 %.88, label %B84, label %B226

B84:                                              ; preds = %B0.endif
  %.103 = getelementptr i16, ptr %arg.letters, i64 %arg.a
  %.104 = load i16, ptr %.103, align 2
  %.113 = getelementptr i16, ptr %arg.letters, i64 %arg.b
  %.114 = load i16, ptr %.113, align 2
  %.115 = icmp eq i16 %.104, %.114
  br i1 %.115, label %B144.preheader, label %B226

B144.preheader:                                   ; preds = %B84
  %0 = shl i64 %arg.b, 1
  %1 = getelementptr i8, ptr %arg.letters, i64 %0
  %scevgep19 = getelementptr i8, ptr %1, i64 -2
  %2 = shl i64 %arg.a, 1
  %3 = getelementptr i8, ptr %arg.letters, i64 %2
  %scevgep21 = getelementptr i8, ptr %3, i64 -2
  %4 = sub nsw i64 1, %.13.i
  br label %B144

B144:                                             ; preds = %B166, %B144.preheader
  %lsr.iv17 = phi i64 [ 0, %B144.preheader ], [ %lsr.iv.next18, %B166 ]
  %exitcond.not = icmp eq i64 %4, %lsr.iv17
  br i1 %exitcond.not, label %common.ret, label %B166

B166:                                             ; preds = %B144
  %5 = shl i64 %lsr.iv17, 1
  %scevgep22 = getelementptr i8, ptr %scevgep21, i64 %5
  %.147 = load i16, ptr %scevgep22, align 2
  %scevgep20 = getelementptr i8, ptr %scevgep19, i64 %5
  %.157 = load i16, ptr %scevgep20, align 2
  %.158 = icmp eq i16 %.147, %.157
  %lsr.iv.next18 = add nsw i64 %lsr.iv17, -1
  br i1 %.158, label %B144, label %B226.loopexit

B226.loopexit:                                    ; preds = %B166
  %6 = mul i64 %lsr.iv.next18, -1
  br label %B226

B226:                                             ; preds = %B226.loopexit, %B84, %B0.endif
  %i.3.1 = phi i64 [ 0, %B84 ], [ 0, %B0.endif ], [ %6, %B226.loopexit ]
  %.192 = icmp eq i64 %i.3.1, %.13.i
  br i1 %.192, label %common.ret, label %B270.endif

common.ret:                                       ; preds = %B270.endif, %B1088, %B226, %B144
  %best_a.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_a.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  %best_b.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_b.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  %best_edits.2.1.sink = phi i64 [ 0, %B226 ], [ %best_edits.4.1.lcssa, %B1088 ], [ 0, %B270.endif ], [ 0, %B144 ]
  %best_matches.2.1.sink = phi i64 [ %.13.i, %B226 ], [ %best_matches.4.1.lcssa, %B1088 ], [ %i.3.1, %B270.endif ], [ %.13.i, %B144 ]
  store i64 %best_a.2.1.sink, ptr %retptr, align 8
  %retptr.repack586 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store i64 %best_b.2.1.sink, ptr %retptr.repack586, align 8
  %retptr.repack588 = getelementptr inbounds nuw i8, ptr %retptr, i64 16
  store i64 %best_edits.2.1.sink, ptr %retptr.repack588, align 8
  %retptr.repack590 = getelementptr inbounds nuw i8, ptr %retptr, i64 24
  store i64 %best_matches.2.1.sink, ptr %retptr.repack590, align 8
  ret i32 0

B490:                                             ; preds = %B490.lr.ph, %B1169
  %lsr.iv15 = phi i64 [ %18, %B490.lr.ph ], [ %lsr.iv.next16, %B1169 ]
  %lsr.iv12 = phi ptr [ %scevgep11, %B490.lr.ph ], [ %scevgep13, %B1169 ]
  %here_matched.2.1630 = phi i64 [ 0, %B490.lr.ph ], [ %.666, %B1169 ]
  %here.2.1629 = phi i64 [ -9, %B490.lr.ph ], [ %.656, %B1169 ]
  %left_matched.2.1628 = phi i64 [ 0, %B490.lr.ph ], [ %here_matched.2.1630, %B1169 ]
  %left.2.1627 = phi i64 [ -9, %B490.lr.ph ], [ %here.2.1629, %B1169 ]
  %live_high.2.1626 = phi i64 [ %.505, %B490.lr.ph ], [ %live_high.3.2, %B1169 ]
  %live_low.2.1625 = phi i64 [ %.500, %B490.lr.ph ], [ %live_low.3.2, %B1169 ]
  %best_matches.4.1624 = phi i64 [ %best_matches.3.0660, %B490.lr.ph ], [ %best_matches.5.2, %B1169 ]
  %best_edits.4.1623 = phi i64 [ %best_edits.3.0659, %B490.lr.ph ], [ %best_edits.5.2, %B1169 ]
  %best_b.4.1622 = phi i64 [ %best_b.3.0658, %B490.lr.ph ], [ %best_b.5.2, %B1169 ]
  %best_a.4.1621 = phi i64 [ %best_a.3.0657, %B490.lr.ph ], [ %best_a.5.2, %B1169 ]
  %best.2.1620 = phi i64 [ %best.5.0656, %B490.lr.ph ], [ %best.3.2, %B1169 ]
  %.608613619 = phi i64 [ %.565, %B490.lr.ph ], [ %.618, %B1169 ]
  %.615615618 = phi i64 [ %.522, %B490.lr.ph ], [ %.622, %B1169 ]
  %.618 = add nsw i64 %.608613619, -1
  %.622 = add i64 %.615615618, 1
  %.652 = add nsw i64 %.615615618, %arg.band
  %.653 = add nsw i64 %.652, 1
  %.655 = getelementptr i64, ptr %arg.reach, i64 %.653
  %.656 = load i64, ptr %.655, align 8
  %.665 = getelementptr i64, ptr %arg.matched, i64 %.653
  %.666 = load i64, ptr %.665, align 8
  %.681 = icmp sgt i64 %left.2.1627, %here.2.1629
  %spec.select.v = tail call i64 @llvm.smax.i64(i64 %left.2.1627, i64 %here.2.1629)
  %spec.select = add nsw i64 %spec.select.v, 1
  %spec.select579 = select i1 %.681, i64 %left_matched.2.1628, i64 %here_matched.2.1630
  %.711 = icmp sgt i64 %.656, %spec.select
  %at.5.2 = tail call i64 @llvm.smax.i64(i64 %.656, i64 %spec.select)
  %found.5.2 = select i1 %.711, i64 %.666, i64 %spec.select579
  %.748 = sub nsw i64 %at.5.2, %.615615618
  %.753 = icmp slt i64 %at.5.2, 0
  %.757 = icmp sgt i64 %at.5.2, %.31.neg
  %or.cond = or i1 %.753, %.757
  %.761 = icmp sgt i64 %.748, %.38.neg
  %.764 = icmp slt i64 %.748, 0
  %7 = or i1 %.761, %.764
  %or.cond581 = select i1 %or.cond, i1 true, i1 %7
  br i1 %or.cond581, label %B688, label %B706

B688:                                             ; preds = %B490
  %.820 = getelementptr i64, ptr %arg.reach, i64 %.652
  store i64 -9, ptr %.820, align 8
  br label %B1169

B706:                                             ; preds = %B490
  %.837 = icmp samesign ult i64 %at.5.2, %.31.neg
  %.850 = icmp slt i64 %.748, %.38.neg
  %or.cond582 = select i1 %.837, i1 %.850, i1 false
  br i1 %or.cond582, label %B730, label %B904

B730:                                             ; preds = %B706
  %.881 = sub nsw i64 %arg.a, %at.5.2
  %.883 = getelementptr i16, ptr %arg.letters, i64 %.881
  %.884 = load i16, ptr %.883, align 2
  %.891 = sub nsw i64 %arg.b, %.748
  %.893 = getelementptr i16, ptr %arg.letters, i64 %.891
  %.894 = load i16, ptr %.893, align 2
  %.895 = icmp eq i16 %.884, %.894
  br i1 %.895, label %B790.preheader, label %B904

B790.preheader:                                   ; preds = %B730
  %8 = mul i64 %at.5.2, -2
  %9 = add i64 %found.5.2, 1
  %10 = add i64 %at.5.2, %lsr.iv15
  %11 = add i64 %at.5.2, 1
  br label %B790

B790:                                             ; preds = %B844, %B790.preheader
  %lsr.iv24 = phi i64 [ %lsr.iv.next25, %B844 ], [ %11, %B790.preheader ]
  %lsr.iv22 = phi i64 [ %lsr.iv.next23, %B844 ], [ %10, %B790.preheader ]
  %lsr.iv20 = phi i64 [ %lsr.iv.next21, %B844 ], [ %9, %B790.preheader ]
  %lsr.iv = phi i64 [ %8, %B790.preheader ], [ %lsr.iv.next, %B844 ]
  %.932 = icmp slt i64 %lsr.iv24, %.31.neg
  %.945 = icmp slt i64 %lsr.iv22, %.38.neg
  %or.cond583 = select i1 %.932, i1 %.945, i1 false
  br i1 %or.cond583, label %B844, label %B904

B844:                                             ; preds = %B790
  %scevgep7 = getelementptr i8, ptr %scevgep, i64 %lsr.iv
  %.976 = load i16, ptr %scevgep7, align 2
  %scevgep14 = getelementptr i8, ptr %lsr.iv12, i64 %lsr.iv
  %.986 = load i16, ptr %scevgep14, align 2
  %.987 = icmp eq i16 %.976, %.986
  %lsr.iv.next = add i64 %lsr.iv, -2
  %lsr.iv.next21 = add i64 %lsr.iv20, 1
  %lsr.iv.next23 = add i64 %lsr.iv22, 1
  %lsr.iv.next25 = add i64 %lsr.iv24, 1
  br i1 %.987, label %B790, label %B904

B904:                                             ; preds = %B844, %B790, %B730, %B706
  %at.7.3 = phi i64 [ %at.5.2, %B730 ], [ %at.5.2, %B706 ], [ %lsr.iv24, %B844 ], [ %lsr.iv24, %B790 ]
  %found.7.3 = phi i64 [ %found.5.2, %B730 ], [ %found.5.2, %B706 ], [ %lsr.iv20, %B844 ], [ %lsr.iv20, %B790 ]
  %other.3.3 = phi i64 [ %.748, %B730 ], [ %.748, %B706 ], [ %lsr.iv22, %B844 ], [ %lsr.iv22, %B790 ]
  %.1015 = sub nsw i64 %found.7.3, %.1013
  %.1021 = sub nsw i64 %best.2.1620, %arg.drop
  %.1023 = icmp slt i64 %.1015, %.1021
  br i1 %.1023, label %B938, label %B956.endif.endif

B938:                                             ; preds = %B904
  %sunkaddr26 = mul i64 %.652, 8
  %sunkaddr27 = getelementptr i8, ptr %arg.reach, i64 %sunkaddr26
  store i64 -9, ptr %sunkaddr27, align 8
  br label %B1169

B1064:                                            ; preds = %B956.endif.endif
  br label %B1169

B1088:                                            ; preds = %B338.endif, %B1169
  %best.2.1.lcssa = phi i64 [ %best.5.0656, %B338.endif ], [ %best.3.2, %B1169 ]
  %best_a.4.1.lcssa = phi i64 [ %best_a.3.0657, %B338.endif ], [ %best_a.5.2, %B1169 ]
  %best_b.4.1.lcssa = phi i64 [ %best_b.3.0658, %B338.endif ], [ %best_b.5.2, %B1169 ]
  %best_edits.4.1.lcssa = phi i64 [ %best_edits.3.0659, %B338.endif ], [ %best_edits.5.2, %B1169 ]
  %best_matches.4.1.lcssa = phi i64 [ %best_matches.3.0660, %B338.endif ], [ %best_matches.5.2, %B1169 ]
  %live_low.2.1.lcssa = phi i64 [ %.500, %B338.endif ], [ %live_low.3.2, %B1169 ]
  %live_high.2.1.lcssa = phi i64 [ %.505, %B338.endif ], [ %live_high.3.2, %B1169 ]
  %.1281 = icmp sle i64 %live_low.2.1.lcssa, %live_high.2.1.lcssa
  %.1348 = add nsw i64 %live_low.2.1.lcssa, %arg.band
  %.1349 = icmp sgt i64 %.1348, 2
  %or.cond584.not690 = select i1 %.1281, i1 %.1349, i1 false
  %.1353 = add nsw i64 %live_high.2.1.lcssa, %arg.band
  %.1357 = icmp sle i64 %.1353, %.1356
  %or.cond687.not689 = select i1 %or.cond584.not690, i1 %.1357, i1 false
  %.399 = icmp sgt i64 %.398639655, 1
  %or.cond688 = select i1 %or.cond687.not689, i1 %.399, i1 false
  br i1 %or.cond688, label %B338.endif, label %common.ret

B1169:                                            ; preds = %B956.endif.endif, %B1064, %B938, %B688
  %best.3.2 = phi i64 [ %best.2.1620, %B688 ], [ %best.2.1620, %B938 ], [ %.1015, %B1064 ], [ %best.2.1620, %B956.endif.endif ]
  %best_a.5.2 = phi i64 [ %best_a.4.1621, %B688 ], [ %best_a.4.1621, %B938 ], [ %at.7.3, %B1064 ], [ %best_a.4.1621, %B956.endif.endif ]
  %best_b.5.2 = phi i64 [ %best_b.4.1622, %B688 ], [ %best_b.4.1622, %B938 ], [ %other.3.3, %B1064 ], [ %best_b.4.1622, %B956.endif.endif ]
  %best_edits.5.2 = phi i64 [ %best_edits.4.1623, %B688 ], [ %best_edits.4.1623, %B938 ], [ %.405642654, %B1064 ], [ %best_edits.4.1623, %B956.endif.endif ]
  %best_matches.5.2 = phi i64 [ %best_matches.4.1624, %B688 ], [ %best_matches.4.1624, %B938 ], [ %found.7.3, %B1064 ], [ %best_matches.4.1624, %B956.endif.endif ]
  %live_low.3.2 = phi i64 [ %live_low.2.1625, %B688 ], [ %live_low.2.1625, %B938 ], [ %.13.i2, %B1064 ], [ %.13.i2, %B956.endif.endif ]
  %live_high.3.2 = phi i64 [ %live_high.2.1626, %B688 ], [ %live_high.2.1626, %B938 ], [ %.13.i3, %B1064 ], [ %.13.i3, %B956.endif.endif ]
  %scevgep13 = getelementptr i8, ptr %lsr.iv12, i64 2
  %lsr.iv.next16 = add i64 %lsr.iv15, -1
  %.609 = icmp sgt i64 %.608613619, 1
  br i1 %.609, label %B490, label %B1088

B270.endif:                                       ; preds = %B226
  %.287 = getelementptr i64, ptr %arg.reach, i64 %arg.band
  store i64 %i.3.1, ptr %.287, align 8
  %.292 = getelementptr i64, ptr %arg.matched, i64 %arg.band
  store i64 %i.3.1, ptr %.292, align 8
  %.339 = add i64 %arg.band, -1
  %.399653.not = icmp slt i64 %.339, 1
  br i1 %.399653.not, label %common.ret, label %B338.endif.lr.ph

B338.endif.lr.ph:                                 ; preds = %B270.endif
  %.1355 = shl nsw i64 %arg.band, 1
  %.1356 = add nsw i64 %.1355, -2
  %12 = shl i64 %arg.a, 1
  %13 = getelementptr i8, ptr %arg.letters, i64 %12
  %scevgep = getelementptr i8, ptr %13, i64 -2
  %14 = shl i64 %arg.b, 1
  %15 = getelementptr i8, ptr %arg.letters, i64 %14
  %scevgep10 = getelementptr i8, ptr %15, i64 -4
  br label %B338.endif

B338.endif:                                       ; preds = %B338.endif.lr.ph, %B1088
  %high.2.0662 = phi i64 [ 0, %B338.endif.lr.ph ], [ %live_high.2.1.lcssa, %B1088 ]
  %low.2.0661 = phi i64 [ 0, %B338.endif.lr.ph ], [ %live_low.2.1.lcssa, %B1088 ]
  %best_matches.3.0660 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_matches.4.1.lcssa, %B1088 ]
  %best_edits.3.0659 = phi i64 [ 0, %B338.endif.lr.ph ], [ %best_edits.4.1.lcssa, %B1088 ]
  %best_b.3.0658 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_b.4.1.lcssa, %B1088 ]
  %best_a.3.0657 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best_a.4.1.lcssa, %B1088 ]
  %best.5.0656 = phi i64 [ %i.3.1, %B338.endif.lr.ph ], [ %best.2.1.lcssa, %B1088 ]
  %.398639655 = phi i64 [ %.339, %B338.endif.lr.ph ], [ %.408, %B1088 ]
  %.405642654 = phi i64 [ 1, %B338.endif.lr.ph ], [ %.412, %B1088 ]
  %.408 = add nsw i64 %.398639655, -1
  %.412 = add nuw i64 %.405642654, 1
  %16 = getelementptr i64, ptr %.287, i64 %low.2.0661
  %.483 = getelementptr i8, ptr %16, i64 -8
  store i64 -9, ptr %.483, align 8
  %gep = getelementptr i64, ptr %.287, i64 %high.2.0662
  %.490 = getelementptr i8, ptr %gep, i64 8
  store i64 -9, ptr %.490, align 8
  %.497 = getelementptr i8, ptr %gep, i64 16
  store i64 -9, ptr %.497, align 8
  %.500 = add nsw i64 %high.2.0662, 2
  %.505 = add nsw i64 %low.2.0661, -2
  %.522 = add nsw i64 %low.2.0661, -1
  %.565 = sub i64 %.500, %.522
  %.609617.not = icmp slt i64 %.565, 1
  br i1 %.609617.not, label %B1088, label %B490.lr.ph

B490.lr.ph:                                       ; preds = %B338.endif
  %.1013 = shl nsw i64 %.405642654, 1
  %17 = shl i64 %low.2.0661, 1
  %scevgep11 = getelementptr i8, ptr %scevgep10, i64 %17
  %18 = sub i64 2, %low.2.0661
  br label %B490

B956.endif.endif:                                 ; preds = %B904
  %sunkaddr28 = mul i64 %.652, 8
  %sunkaddr29 = getelementptr i8, ptr %arg.reach, i64 %sunkaddr28
  store i64 %at.7.3, ptr %sunkaddr29, align 8
  %.1117 = getelementptr i64, ptr %arg.matched, i64 %.652
  store i64 %found.7.3, ptr %.1117, align 8
  %.13.i2 = tail call i64 @llvm.smin.i64(i64 %.615615618, i64 %live_low.2.1625)
  %.13.i3 = tail call i64 @llvm.smax.i64(i64 %.615615618, i64 %live_high.2.1626)
  %.1193 = icmp sgt i64 %.1015, %best.2.1620
  br i1 %.1193, label %B1064, label %B1169
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @chained(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.rows, i64 %arg.count, i64 %arg.gap, i64 %arg.least, ptr %arg.used, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0:
  %.32 = icmp sgt i64 %arg.count, 0
  br i1 %.32, label %B26.preheader, label %common.ret

B26.preheader:                                    ; preds = %B0
  %scevgep = getelementptr i8, ptr %arg.rows, i64 136
  %scevgep10 = getelementptr i8, ptr %arg.rows, i64 120
  %scevgep24 = getelementptr i8, ptr %arg.used, i64 1
  br label %B26

B26:                                              ; preds = %B1500, %B26.preheader
  %t.5.0 = phi i64 [ %t.2.1.lcssa, %B1500 ], [ 0, %B26.preheader ]
  %i.2.0 = phi i64 [ %j.3.1, %B1500 ], [ 0, %B26.preheader ]
  %.40 = add nsw i64 %i.2.0, 1
  %.50 = icmp slt i64 %.40, %arg.count
  br i1 %.50, label %B48, label %B286.endif

B48:                                              ; preds = %B26
  %.58.idx = shl i64 %.40, 6
  %.58 = getelementptr i8, ptr %arg.rows, i64 %.58.idx
  %.59 = load i64, ptr %.58, align 8
  %.63.idx = shl i64 %i.2.0, 6
  %.63 = getelementptr i8, ptr %arg.rows, i64 %.63.idx
  %.64 = load i64, ptr %.63, align 8
  %.65 = icmp eq i64 %.59, %.64
  br i1 %.65, label %B96, label %B286.endif

B96:                                              ; preds = %B48
  %sunkaddr = getelementptr i8, ptr %arg.rows, i64 %.58.idx
  %sunkaddr30 = getelementptr i8, ptr %sunkaddr, i64 8
  %.81 = load i64, ptr %sunkaddr30, align 8
  %sunkaddr31 = getelementptr i8, ptr %arg.rows, i64 %.63.idx
  %sunkaddr32 = getelementptr i8, ptr %sunkaddr31, i64 8
  %.87 = load i64, ptr %sunkaddr32, align 8
  %.88 = icmp eq i64 %.81, %.87
  br i1 %.88, label %B156.preheader, label %B286.endif

B156.preheader:                                   ; preds = %B96
  %0 = add i64 %i.2.0, 2
  %1 = shl i64 %i.2.0, 6
  %scevgep2 = getelementptr i8, ptr %scevgep, i64 %1
  br label %B156

B156:                                             ; preds = %B226, %B156.preheader
  %lsr.iv3 = phi ptr [ %scevgep2, %B156.preheader ], [ %scevgep4, %B226 ]
  %lsr.iv = phi i64 [ %0, %B156.preheader ], [ %lsr.iv.next, %B226 ]
  %j.2.2 = phi i64 [ %.94, %B226 ], [ %.40, %B156.preheader ]
  %.94 = add nsw i64 %j.2.2, 1
  %exitcond.not = icmp eq i64 %arg.count, %lsr.iv
  br i1 %exitcond.not, label %B286.endif, label %B178

B178:                                             ; preds = %B156
  %scevgep5 = getelementptr i8, ptr %lsr.iv3, i64 -8
  %.114 = load i64, ptr %scevgep5, align 8
  %.120 = icmp eq i64 %.114, %.59
  br i1 %.120, label %B226, label %B286.endif

B226:                                             ; preds = %B178
  %.135 = load i64, ptr %lsr.iv3, align 8
  %.142 = icmp eq i64 %.135, %.81
  %lsr.iv.next = add i64 %lsr.iv, 1
  %scevgep4 = getelementptr i8, ptr %lsr.iv3, i64 64
  br i1 %.142, label %B156, label %B286.endif

B322:                                             ; preds = %B322.preheader, %B1520
  %lsr.iv26 = phi ptr [ %scevgep25, %B322.preheader ], [ %scevgep27, %B1520 ]
  %lsr.iv12 = phi ptr [ %scevgep11, %B322.preheader ], [ %scevgep13, %B1520 ]
  %t.2.1349 = phi i64 [ %t.3.2, %B1520 ], [ %t.5.0, %B322.preheader ]
  %.246332348 = phi i64 [ %.256, %B1520 ], [ %.201, %B322.preheader ]
  %.253334347 = phi i64 [ %.260, %B1520 ], [ %i.2.0, %B322.preheader ]
  %.256 = add nsw i64 %.246332348, -1
  %.260 = add i64 %.253334347, 1
  %.290 = getelementptr i8, ptr %arg.used, i64 %.253334347
  %.291 = load i8, ptr %.290, align 1
  %.292.not = icmp eq i8 %.291, 0
  br i1 %.292.not, label %B342.endif, label %B1520

B556:                                             ; preds = %B556.preheader, %B1519
  %lsr.iv28 = phi ptr [ %lsr.iv26, %B556.preheader ], [ %scevgep29, %B1519 ]
  %lsr.iv14 = phi ptr [ %lsr.iv12, %B556.preheader ], [ %scevgep15, %B1519 ]
  %lsr.iv8 = phi i64 [ %.246332348, %B556.preheader ], [ %lsr.iv.next9, %B1519 ]
  %parts.2.3318 = phi i64 [ %parts.3.4, %B1519 ], [ 1, %B556.preheader ]
  %edits.2.3317 = phi i64 [ %edits.3.4, %B1519 ], [ %.353, %B556.preheader ]
  %matches.2.3316 = phi i64 [ %matches.3.4, %B1519 ], [ %.344, %B556.preheader ]
  %b1.2.3315 = phi i64 [ %b1.3.4, %B1519 ], [ %.335, %B556.preheader ]
  %a1.2.3314 = phi i64 [ %a1.3.4, %B1519 ], [ %.317, %B556.preheader ]
  %scevgep16 = getelementptr i8, ptr %lsr.iv14, i64 -40
  %.489 = load i64, ptr %scevgep16, align 8
  %.492 = add nsw i64 %a1.2.3314, %arg.gap
  %.493 = icmp sgt i64 %.489, %.492
  br i1 %.493, label %B1240, label %B606

B606:                                             ; preds = %B556
  %.503 = load i8, ptr %lsr.iv28, align 1
  %.504.not = icmp eq i8 %.503, 0
  br i1 %.504.not, label %B624, label %B1519

B624:                                             ; preds = %B606
  %.546 = add nsw i64 %a1.2.3314, -30
  %.547.not = icmp slt i64 %.489, %.546
  br i1 %.547.not, label %B1082, label %B666

B666:                                             ; preds = %B624
  %.550 = add nsw i64 %b1.2.3315, -30
  %scevgep17 = getelementptr i8, ptr %lsr.iv14, i64 -24
  %.556 = load i64, ptr %scevgep17, align 8
  %.557 = icmp sle i64 %.550, %.556
  %.564 = add nsw i64 %b1.2.3315, %arg.gap
  %.566 = icmp sle i64 %.556, %.564
  %or.cond = select i1 %.557, i1 %.566, i1 false
  br i1 %or.cond, label %B734, label %B1082

B734:                                             ; preds = %B666
  %scevgep18 = getelementptr i8, ptr %lsr.iv14, i64 -32
  %.579 = load i64, ptr %scevgep18, align 8
  %.581 = icmp sgt i64 %.579, %a1.2.3314
  br i1 %.581, label %B770, label %B1082

B770:                                             ; preds = %B734
  %scevgep19 = getelementptr i8, ptr %lsr.iv14, i64 -16
  %.588 = load i64, ptr %scevgep19, align 8
  %.590 = icmp sgt i64 %.588, %b1.2.3315
  br i1 %.590, label %B806.endif.endif, label %B1082

B1082:                                            ; preds = %B770, %B734, %B666, %B624
  %.732.not = icmp slt i64 %.489, %.308
  br i1 %.732.not, label %B1519, label %B1118

B1118:                                            ; preds = %B1082
  %scevgep21 = getelementptr i8, ptr %lsr.iv14, i64 -32
  %.739 = load i64, ptr %scevgep21, align 8
  %.741.not = icmp sgt i64 %.739, %a1.2.3314
  br i1 %.741.not, label %B1519, label %B1154

B1154:                                            ; preds = %B1118
  %scevgep22 = getelementptr i8, ptr %lsr.iv14, i64 -24
  %.748 = load i64, ptr %scevgep22, align 8
  %.750.not = icmp slt i64 %.748, %.326
  br i1 %.750.not, label %B1519, label %B1190

B1190:                                            ; preds = %B1154
  %scevgep23 = getelementptr i8, ptr %lsr.iv14, i64 -16
  %.757 = load i64, ptr %scevgep23, align 8
  %.759.not = icmp sgt i64 %.757, %b1.2.3315
  br i1 %.759.not, label %B1519, label %B1519.sink.split

B1240:                                            ; preds = %B342.endif, %B1519, %B556
  %a1.2.3.lcssa = phi i64 [ %.317, %B342.endif ], [ %a1.2.3314, %B556 ], [ %a1.3.4, %B1519 ]
  %b1.2.3.lcssa = phi i64 [ %.335, %B342.endif ], [ %b1.2.3315, %B556 ], [ %b1.3.4, %B1519 ]
  %matches.2.3.lcssa = phi i64 [ %.344, %B342.endif ], [ %matches.2.3316, %B556 ], [ %matches.3.4, %B1519 ]
  %edits.2.3.lcssa = phi i64 [ %.353, %B342.endif ], [ %edits.2.3317, %B556 ], [ %edits.3.4, %B1519 ]
  %parts.2.3.lcssa = phi i64 [ 1, %B342.endif ], [ %parts.2.3318, %B556 ], [ %parts.3.4, %B1519 ]
  %.807.not = icmp slt i64 %matches.2.3.lcssa, %arg.least
  br i1 %.807.not, label %B1520, label %B1252

B1252:                                            ; preds = %B1240
  %sunkaddr33 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %.813 = load i64, ptr %sunkaddr33, align 8
  %.817.idx = mul i64 %t.2.1349, 72
  %.817 = getelementptr i8, ptr %arg.out, i64 %.817.idx
  store i64 %.813, ptr %.817, align 8
  %sunkaddr34 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %sunkaddr35 = getelementptr i8, ptr %sunkaddr34, i64 8
  %.826 = load i64, ptr %sunkaddr35, align 8
  %.831 = getelementptr i8, ptr %.817, i64 8
  store i64 %.826, ptr %.831, align 8
  %.838 = getelementptr i8, ptr %.817, i64 16
  store i64 %.308, ptr %.838, align 8
  %.847 = getelementptr i8, ptr %.817, i64 24
  store i64 %a1.2.3.lcssa, ptr %.847, align 8
  %.856 = getelementptr i8, ptr %.817, i64 32
  store i64 %.326, ptr %.856, align 8
  %.865 = getelementptr i8, ptr %.817, i64 40
  store i64 %b1.2.3.lcssa, ptr %.865, align 8
  %.874 = getelementptr i8, ptr %.817, i64 48
  store i64 %matches.2.3.lcssa, ptr %.874, align 8
  %.883 = getelementptr i8, ptr %.817, i64 56
  store i64 %edits.2.3.lcssa, ptr %.883, align 8
  %.892 = getelementptr i8, ptr %.817, i64 64
  store i64 %parts.2.3.lcssa, ptr %.892, align 8
  %.897 = add nsw i64 %t.2.1349, 1
  br label %B1520

B1500:                                            ; preds = %B286.endif, %B1520
  %t.2.1.lcssa = phi i64 [ %t.5.0, %B286.endif ], [ %t.3.2, %B1520 ]
  %.945 = icmp slt i64 %j.3.1, %arg.count
  br i1 %.945, label %B26, label %common.ret

common.ret:                                       ; preds = %B1500, %B0
  %t.6.1 = phi i64 [ 0, %B0 ], [ %t.2.1.lcssa, %B1500 ]
  store i64 %t.6.1, ptr %retptr, align 8
  ret i32 0

B1519.sink.split:                                 ; preds = %B806.endif.endif, %B1190
  %a1.3.4.ph = phi i64 [ %.579, %B806.endif.endif ], [ %a1.2.3314, %B1190 ]
  %b1.3.4.ph = phi i64 [ %.588, %B806.endif.endif ], [ %b1.2.3315, %B1190 ]
  %matches.3.4.ph = phi i64 [ %.694, %B806.endif.endif ], [ %matches.2.3316, %B1190 ]
  %edits.3.4.ph = phi i64 [ %.706, %B806.endif.endif ], [ %edits.2.3317, %B1190 ]
  %parts.3.4.ph = phi i64 [ %.712, %B806.endif.endif ], [ %parts.2.3318, %B1190 ]
  store i8 1, ptr %lsr.iv28, align 1
  br label %B1519

B1519:                                            ; preds = %B1519.sink.split, %B1190, %B1154, %B1118, %B1082, %B606
  %a1.3.4 = phi i64 [ %a1.2.3314, %B606 ], [ %a1.2.3314, %B1118 ], [ %a1.2.3314, %B1082 ], [ %a1.2.3314, %B1190 ], [ %a1.2.3314, %B1154 ], [ %a1.3.4.ph, %B1519.sink.split ]
  %b1.3.4 = phi i64 [ %b1.2.3315, %B606 ], [ %b1.2.3315, %B1118 ], [ %b1.2.3315, %B1082 ], [ %b1.2.3315, %B1190 ], [ %b1.2.3315, %B1154 ], [ %b1.3.4.ph, %B1519.sink.split ]
  %matches.3.4 = phi i64 [ %matches.2.3316, %B606 ], [ %matches.2.3316, %B1118 ], [ %matches.2.3316, %B1082 ], [ %matches.2.3316, %B1190 ], [ %matches.2.3316, %B1154 ], [ %matches.3.4.ph, %B1519.sink.split ]
  %edits.3.4 = phi i64 [ %edits.2.3317, %B606 ], [ %edits.2.3317, %B1118 ], [ %edits.2.3317, %B1082 ], [ %edits.2.3317, %B1190 ], [ %edits.2.3317, %B1154 ], [ %edits.3.4.ph, %B1519.sink.split ]
  %parts.3.4 = phi i64 [ %parts.2.3318, %B606 ], [ %parts.2.3318, %B1118 ], [ %parts.2.3318, %B1082 ], [ %parts.2.3318, %B1190 ], [ %parts.2.3318, %B1154 ], [ %parts.3.4.ph, %B1519.sink.split ]
  %lsr.iv.next9 = add i64 %lsr.iv8, -1
  %scevgep15 = getelementptr i8, ptr %lsr.iv14, i64 64
  %scevgep29 = getelementptr i8, ptr %lsr.iv28, i64 1
  %.443 = icmp samesign ugt i64 %lsr.iv.next9, 1
  br i1 %.443, label %B556, label %B1240

B1520:                                            ; preds = %B1252, %B1240, %B322
  %t.3.2 = phi i64 [ %t.2.1349, %B322 ], [ %.897, %B1252 ], [ %t.2.1349, %B1240 ]
  %scevgep13 = getelementptr i8, ptr %lsr.iv12, i64 64
  %scevgep27 = getelementptr i8, ptr %lsr.iv26, i64 1
  %.247 = icmp sgt i64 %.246332348, 1
  br i1 %.247, label %B322, label %B1500

B286.endif:                                       ; preds = %B226, %B178, %B156, %B96, %B48, %B26
  %j.3.1 = phi i64 [ %.40, %B96 ], [ %.40, %B48 ], [ %.40, %B26 ], [ %arg.count, %B156 ], [ %.94, %B178 ], [ %lsr.iv, %B226 ]
  %.201 = sub i64 %j.3.1, %i.2.0
  %.247344.not = icmp slt i64 %.201, 1
  br i1 %.247344.not, label %B1500, label %B322.preheader

B322.preheader:                                   ; preds = %B286.endif
  %2 = shl i64 %i.2.0, 6
  %scevgep11 = getelementptr i8, ptr %scevgep10, i64 %2
  %scevgep25 = getelementptr i8, ptr %scevgep24, i64 %i.2.0
  br label %B322

B342.endif:                                       ; preds = %B322
  %.idx = shl i64 %.253334347, 6
  %3 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %.307 = getelementptr i8, ptr %3, i64 16
  %.308 = load i64, ptr %.307, align 8
  %.316 = getelementptr i8, ptr %3, i64 24
  %.317 = load i64, ptr %.316, align 8
  %.325 = getelementptr i8, ptr %3, i64 32
  %.326 = load i64, ptr %.325, align 8
  %.334 = getelementptr i8, ptr %3, i64 40
  %.335 = load i64, ptr %.334, align 8
  %.343 = getelementptr i8, ptr %3, i64 48
  %.344 = load i64, ptr %.343, align 8
  %.352 = getelementptr i8, ptr %3, i64 56
  %.353 = load i64, ptr %.352, align 8
  %.399 = sub i64 %j.3.1, %.260
  %.443311.not = icmp slt i64 %.399, 1
  br i1 %.443311.not, label %B1240, label %B556.preheader

B556.preheader:                                   ; preds = %B342.endif
  br label %B556

B806.endif.endif:                                 ; preds = %B770
  %.599 = sub nsw i64 %a1.2.3314, %.489
  %.609 = sub nsw i64 %b1.2.3315, %.556
  %.17.i = tail call i64 @llvm.smax.i64(i64 %.599, i64 %.609)
  %.19.i = tail call i64 @llvm.smax.i64(i64 %.17.i, i64 0)
  %scevgep20 = getelementptr i8, ptr %lsr.iv14, i64 -8
  %.663 = load i64, ptr %scevgep20, align 8
  %.664 = sub nsw i64 %.663, %.19.i
  %.13.i = tail call i64 @llvm.smax.i64(i64 %.664, i64 0)
  %.694 = add nsw i64 %.13.i, %matches.2.3316
  %.704 = load i64, ptr %lsr.iv14, align 8
  %.706 = add nsw i64 %.704, %edits.2.3317
  %.712 = add nsw i64 %parts.2.3318, 1
  br label %B1519.sink.split
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @snapped(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.rows, i64 %arg.count, ptr readonly %arg.places, ptr readonly %arg.starts, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %.107341.not = icmp slt i64 %arg.count, 1
  br i1 %.107341.not, label %B1148, label %B118.endif.endif.us.preheader

B118.endif.endif.us.preheader:                    ; preds = %B0.endif
  br label %B118.endif.endif.us

B118.endif.endif.us:                              ; preds = %B958.us.1, %B118.endif.endif.us.preheader
  %.113336342.us = phi i64 [ %.120.us, %B958.us.1 ], [ 0, %B118.endif.endif.us.preheader ]
  %.idx = mul i64 %.113336342.us, 72
  %0 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %1 = getelementptr i8, ptr %0, i64 16
  %2 = getelementptr i8, ptr %0, i64 24
  %.275.us = load i64, ptr %0, align 8
  %.277.us = getelementptr i64, ptr %arg.starts, i64 %.275.us
  %.278.us = load i64, ptr %.277.us, align 8
  %.284.us = getelementptr i8, ptr %.277.us, i64 8
  %.285.us = load i64, ptr %.284.us, align 8
  %.297.us = load i64, ptr %1, align 8
  %.309.us = load i64, ptr %2, align 8
  %.324.us = icmp sgt i64 %.297.us, %.278.us
  br i1 %.324.us, label %B336.us, label %B432.us

B336.us:                                          ; preds = %B118.endif.endif.us
  %.345.us = getelementptr i32, ptr %arg.places, i64 %.297.us
  %.346.us = load i32, ptr %.345.us, align 4
  %.351.not.us = icmp sgt i32 %.346.us, -1
  br i1 %.351.not.us, label %B364.us.preheader, label %B432.us

B364.us.preheader:                                ; preds = %B336.us
  %3 = add i64 %.297.us, -1
  br label %B364.us

B364.us:                                          ; preds = %B404.us, %B364.us.preheader
  %lsr.iv = phi i64 [ %3, %B364.us.preheader ], [ %lsr.iv.next, %B404.us ]
  %back.2.3.us = phi i64 [ %.357.us, %B404.us ], [ 0, %B364.us.preheader ]
  %.370.us = icmp sgt i64 %lsr.iv, %.278.us
  %.376.us = icmp samesign ult i64 %back.2.3.us, 11
  %or.cond.us = and i1 %.376.us, %.370.us
  br i1 %or.cond.us, label %B404.us, label %B432.us.loopexit

B404.us:                                          ; preds = %B364.us
  %4 = shl i64 %lsr.iv, 2
  %scevgep = getelementptr i8, ptr %arg.places, i64 %4
  %.391.us = load i32, ptr %scevgep, align 4
  %.396.not.us = icmp sgt i32 %.391.us, -1
  %lsr.iv.next = add i64 %lsr.iv, -1
  %.357.us = add nuw nsw i64 %back.2.3.us, 1
  br i1 %.396.not.us, label %B364.us, label %B432.us.loopexit

B432.us.loopexit:                                 ; preds = %B404.us, %B364.us
  %5 = add i64 %back.2.3.us, 1
  br label %B432.us

B432.us:                                          ; preds = %B432.us.loopexit, %B336.us, %B118.endif.endif.us
  %back.3.2.us = phi i64 [ 0, %B336.us ], [ 0, %B118.endif.endif.us ], [ %5, %B432.us.loopexit ]
  %.422.us = add nsw i64 %.309.us, -1
  %.423.us = icmp slt i64 %.297.us, %.422.us
  br i1 %.423.us, label %B472.us, label %B574.us

B472.us:                                          ; preds = %B432.us
  %.444.us = getelementptr i32, ptr %arg.places, i64 %.297.us
  %.445.us = load i32, ptr %.444.us, align 4
  %.450.not.us = icmp sgt i32 %.445.us, -1
  br i1 %.450.not.us, label %B500.us.preheader, label %B574.us

B500.us.preheader:                                ; preds = %B472.us
  %6 = shl i64 %.297.us, 2
  %scevgep7 = getelementptr i8, ptr %arg.places, i64 %6
  br label %B500.us

B500.us:                                          ; preds = %B546.us, %B500.us.preheader
  %lsr.iv5 = phi i64 [ 1, %B500.us.preheader ], [ %lsr.iv.next6, %B546.us ]
  %7 = add i64 %lsr.iv5, -1
  %8 = add i64 %.297.us, %lsr.iv5
  %.470.us = icmp slt i64 %8, %.422.us
  %.476.us = icmp samesign ult i64 %7, 11
  %or.cond325.us = and i1 %.476.us, %.470.us
  br i1 %or.cond325.us, label %B546.us, label %B574.us

B546.us:                                          ; preds = %B500.us
  %9 = shl nuw nsw i64 %lsr.iv5, 2
  %scevgep8 = getelementptr i8, ptr %scevgep7, i64 %9
  %.491.us = load i32, ptr %scevgep8, align 4
  %.496.not.us = icmp sgt i32 %.491.us, -1
  %lsr.iv.next6 = add nuw nsw i64 %lsr.iv5, 1
  br i1 %.496.not.us, label %B500.us, label %B574.us

B574.us:                                          ; preds = %B546.us, %B500.us, %B472.us, %B432.us
  %ahead.3.2.us = phi i64 [ 0, %B472.us ], [ 0, %B432.us ], [ %lsr.iv5, %B546.us ], [ %lsr.iv5, %B500.us ]
  %.511.not.us = icmp sgt i64 %back.3.2.us, %ahead.3.2.us
  %10 = sub nsw i64 0, %back.3.2.us
  %"$phi604.2.2.2.p.us" = select i1 %.511.not.us, i64 %ahead.3.2.us, i64 %10
  %"$phi604.2.2.2.us" = add i64 %"$phi604.2.2.2.p.us", %.297.us
  %.555.us = icmp slt i64 %.309.us, %.285.us
  br i1 %.555.us, label %B640.us, label %B958.us

B640.us:                                          ; preds = %B574.us
  %.576.us = getelementptr i32, ptr %arg.places, i64 %.309.us
  %.577.us = load i32, ptr %.576.us, align 4
  %.582.not.us = icmp sgt i32 %.577.us, -1
  br i1 %.582.not.us, label %B668.us.preheader, label %B938.us

B668.us.preheader:                                ; preds = %B640.us
  %11 = shl i64 %.309.us, 2
  %scevgep11 = getelementptr i8, ptr %arg.places, i64 %11
  br label %B668.us

B668.us:                                          ; preds = %B708.us, %B668.us.preheader
  %lsr.iv9 = phi i64 [ 1, %B668.us.preheader ], [ %lsr.iv.next10, %B708.us ]
  %12 = add i64 %lsr.iv9, -1
  %13 = add i64 %.309.us, %lsr.iv9
  %.601.us = icmp slt i64 %13, %.285.us
  %.607.us = icmp samesign ult i64 %12, 11
  %or.cond326.us = and i1 %.607.us, %.601.us
  br i1 %or.cond326.us, label %B708.us, label %B736.us

B708.us:                                          ; preds = %B668.us
  %14 = shl nuw nsw i64 %lsr.iv9, 2
  %scevgep12 = getelementptr i8, ptr %scevgep11, i64 %14
  %.622.us = load i32, ptr %scevgep12, align 4
  %.627.not.us = icmp sgt i32 %.622.us, -1
  %lsr.iv.next10 = add nuw nsw i64 %lsr.iv9, 1
  br i1 %.627.not.us, label %B668.us, label %B736.us

B736.us:                                          ; preds = %B708.us, %B668.us
  %.651.us = add nsw i64 %"$phi604.2.2.2.us", 1
  %.652.us.not = icmp sgt i64 %.309.us, %.651.us
  %15 = add i64 %lsr.iv9, -1
  br i1 %.652.us.not, label %B822.us.preheader, label %B948.us

B822.us.preheader:                                ; preds = %B736.us
  br label %B822.us

B822.us:                                          ; preds = %B886.us, %B822.us.preheader
  %lsr.iv13 = phi i64 [ %.422.us, %B822.us.preheader ], [ %lsr.iv.next14, %B886.us ]
  %under.2.3.us = phi i64 [ %.694.us, %B886.us ], [ 0, %B822.us.preheader ]
  %.708.us = icmp sgt i64 %lsr.iv13, %.651.us
  %.714.us = icmp samesign ult i64 %under.2.3.us, 11
  %or.cond327.us = and i1 %.714.us, %.708.us
  br i1 %or.cond327.us, label %B886.us, label %B926.us

B886.us:                                          ; preds = %B822.us
  %16 = shl i64 %lsr.iv13, 2
  %scevgep15 = getelementptr i8, ptr %arg.places, i64 %16
  %.738.us = load i32, ptr %scevgep15, align 4
  %.743.not.us = icmp sgt i32 %.738.us, -1
  %lsr.iv.next14 = add i64 %lsr.iv13, -1
  %.694.us = add nuw nsw i64 %under.2.3.us, 1
  br i1 %.743.not.us, label %B822.us, label %B926.us

B926.us:                                          ; preds = %B886.us, %B822.us
  %.770.not.us = icmp samesign ugt i64 %15, %under.2.3.us
  %17 = add i64 %under.2.3.us, 1
  br i1 %.770.not.us, label %B948.us, label %B938.us

B938.us:                                          ; preds = %B926.us, %B640.us
  %over.3.2291311316.us = phi i64 [ 0, %B640.us ], [ %lsr.iv9, %B926.us ]
  %.776.us = add nsw i64 %over.3.2291311316.us, %.309.us
  br label %B958.us

B948.us:                                          ; preds = %B926.us, %B736.us
  %under.3.2312.us359 = phi i64 [ 0, %B736.us ], [ %17, %B926.us ]
  %.789.us = sub nsw i64 %.309.us, %under.3.2312.us359
  br label %B958.us

B958.us:                                          ; preds = %B948.us, %B938.us, %B574.us
  %b.2.2.us = phi i64 [ %.789.us, %B948.us ], [ %.309.us, %B574.us ], [ %.776.us, %B938.us ]
  %.811.us = getelementptr i32, ptr %arg.places, i64 %"$phi604.2.2.2.us"
  %.812.us = load i32, ptr %.811.us, align 4
  %promoted = zext i32 %.812.us to i64
  %18 = and i64 %promoted, 2147483647
  %.825.us.idx = shl i64 %.113336342.us, 5
  %.825.us = getelementptr i8, ptr %arg.out, i64 %.825.us.idx
  store i64 %18, ptr %.825.us, align 8
  %19 = getelementptr i32, ptr %arg.places, i64 %b.2.2.us
  %.832.us = getelementptr i8, ptr %19, i64 -4
  %.833.us = load i32, ptr %.832.us, align 4
  %promoted31 = zext i32 %.833.us to i64
  %20 = and i64 %promoted31, 2147483647
  %narrow.us = add nuw i64 %20, 1
  %.848.us = getelementptr i8, ptr %.825.us, i64 8
  store i64 %narrow.us, ptr %.848.us, align 8
  %sunkaddr = getelementptr i8, ptr %arg.rows, i64 %.idx
  %sunkaddr32 = getelementptr i8, ptr %sunkaddr, i64 8
  %.275.us.1 = load i64, ptr %sunkaddr32, align 8
  %.277.us.1 = getelementptr i64, ptr %arg.starts, i64 %.275.us.1
  %.278.us.1 = load i64, ptr %.277.us.1, align 8
  %.284.us.1 = getelementptr i8, ptr %.277.us.1, i64 8
  %.285.us.1 = load i64, ptr %.284.us.1, align 8
  %sunkaddr33 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %sunkaddr34 = getelementptr i8, ptr %sunkaddr33, i64 32
  %.297.us.1 = load i64, ptr %sunkaddr34, align 8
  %sunkaddr35 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %sunkaddr36 = getelementptr i8, ptr %sunkaddr35, i64 40
  %.309.us.1 = load i64, ptr %sunkaddr36, align 8
  %.324.us.1 = icmp sgt i64 %.297.us.1, %.278.us.1
  br i1 %.324.us.1, label %B336.us.1, label %B432.us.1

B336.us.1:                                        ; preds = %B958.us
  %.345.us.1 = getelementptr i32, ptr %arg.places, i64 %.297.us.1
  %.346.us.1 = load i32, ptr %.345.us.1, align 4
  %.351.not.us.1 = icmp sgt i32 %.346.us.1, -1
  br i1 %.351.not.us.1, label %B364.us.1.preheader, label %B432.us.1

B364.us.1.preheader:                              ; preds = %B336.us.1
  %21 = add i64 %.297.us.1, -1
  br label %B364.us.1

B364.us.1:                                        ; preds = %B404.us.1, %B364.us.1.preheader
  %lsr.iv16 = phi i64 [ %21, %B364.us.1.preheader ], [ %lsr.iv.next17, %B404.us.1 ]
  %back.2.3.us.1 = phi i64 [ %.357.us.1, %B404.us.1 ], [ 0, %B364.us.1.preheader ]
  %.370.us.1 = icmp sgt i64 %lsr.iv16, %.278.us.1
  %.376.us.1 = icmp samesign ult i64 %back.2.3.us.1, 11
  %or.cond.us.1 = and i1 %.376.us.1, %.370.us.1
  br i1 %or.cond.us.1, label %B404.us.1, label %B432.us.1.loopexit

B404.us.1:                                        ; preds = %B364.us.1
  %22 = shl i64 %lsr.iv16, 2
  %scevgep18 = getelementptr i8, ptr %arg.places, i64 %22
  %.391.us.1 = load i32, ptr %scevgep18, align 4
  %.396.not.us.1 = icmp sgt i32 %.391.us.1, -1
  %lsr.iv.next17 = add i64 %lsr.iv16, -1
  %.357.us.1 = add nuw nsw i64 %back.2.3.us.1, 1
  br i1 %.396.not.us.1, label %B364.us.1, label %B432.us.1.loopexit

B432.us.1.loopexit:                               ; preds = %B404.us.1, %B364.us.1
  %23 = add i64 %back.2.3.us.1, 1
  br label %B432.us.1

B432.us.1:                                        ; preds = %B432.us.1.loopexit, %B336.us.1, %B958.us
  %back.3.2.us.1 = phi i64 [ 0, %B336.us.1 ], [ 0, %B958.us ], [ %23, %B432.us.1.loopexit ]
  %.422.us.1 = add nsw i64 %.309.us.1, -1
  %.423.us.1 = icmp slt i64 %.297.us.1, %.422.us.1
  br i1 %.423.us.1, label %B472.us.1, label %B574.us.1

B472.us.1:                                        ; preds = %B432.us.1
  %.444.us.1 = getelementptr i32, ptr %arg.places, i64 %.297.us.1
  %.445.us.1 = load i32, ptr %.444.us.1, align 4
  %.450.not.us.1 = icmp sgt i32 %.445.us.1, -1
  br i1 %.450.not.us.1, label %B500.us.1.preheader, label %B574.us.1

B500.us.1.preheader:                              ; preds = %B472.us.1
  %24 = shl i64 %.297.us.1, 2
  %scevgep21 = getelementptr i8, ptr %arg.places, i64 %24
  br label %B500.us.1

B500.us.1:                                        ; preds = %B546.us.1, %B500.us.1.preheader
  %lsr.iv19 = phi i64 [ 1, %B500.us.1.preheader ], [ %lsr.iv.next20, %B546.us.1 ]
  %25 = add i64 %lsr.iv19, -1
  %26 = add i64 %.297.us.1, %lsr.iv19
  %.470.us.1 = icmp slt i64 %26, %.422.us.1
  %.476.us.1 = icmp samesign ult i64 %25, 11
  %or.cond325.us.1 = and i1 %.476.us.1, %.470.us.1
  br i1 %or.cond325.us.1, label %B546.us.1, label %B574.us.1

B546.us.1:                                        ; preds = %B500.us.1
  %27 = shl nuw nsw i64 %lsr.iv19, 2
  %scevgep22 = getelementptr i8, ptr %scevgep21, i64 %27
  %.491.us.1 = load i32, ptr %scevgep22, align 4
  %.496.not.us.1 = icmp sgt i32 %.491.us.1, -1
  %lsr.iv.next20 = add nuw nsw i64 %lsr.iv19, 1
  br i1 %.496.not.us.1, label %B500.us.1, label %B574.us.1

B574.us.1:                                        ; preds = %B546.us.1, %B500.us.1, %B472.us.1, %B432.us.1
  %ahead.3.2.us.1 = phi i64 [ 0, %B472.us.1 ], [ 0, %B432.us.1 ], [ %lsr.iv19, %B546.us.1 ], [ %lsr.iv19, %B500.us.1 ]
  %.511.not.us.1 = icmp sgt i64 %back.3.2.us.1, %ahead.3.2.us.1
  %28 = sub nsw i64 0, %back.3.2.us.1
  %"$phi604.2.2.2.p.us.1" = select i1 %.511.not.us.1, i64 %ahead.3.2.us.1, i64 %28
  %"$phi604.2.2.2.us.1" = add i64 %"$phi604.2.2.2.p.us.1", %.297.us.1
  %.555.us.1 = icmp slt i64 %.309.us.1, %.285.us.1
  br i1 %.555.us.1, label %B640.us.1, label %B958.us.1

B640.us.1:                                        ; preds = %B574.us.1
  %.576.us.1 = getelementptr i32, ptr %arg.places, i64 %.309.us.1
  %.577.us.1 = load i32, ptr %.576.us.1, align 4
  %.582.not.us.1 = icmp sgt i32 %.577.us.1, -1
  br i1 %.582.not.us.1, label %B668.us.1.preheader, label %B938.us.1

B668.us.1.preheader:                              ; preds = %B640.us.1
  %29 = shl i64 %.309.us.1, 2
  %scevgep25 = getelementptr i8, ptr %arg.places, i64 %29
  br label %B668.us.1

B668.us.1:                                        ; preds = %B708.us.1, %B668.us.1.preheader
  %lsr.iv23 = phi i64 [ 1, %B668.us.1.preheader ], [ %lsr.iv.next24, %B708.us.1 ]
  %30 = add i64 %lsr.iv23, -1
  %31 = add i64 %.309.us.1, %lsr.iv23
  %.601.us.1 = icmp slt i64 %31, %.285.us.1
  %.607.us.1 = icmp samesign ult i64 %30, 11
  %or.cond326.us.1 = and i1 %.607.us.1, %.601.us.1
  br i1 %or.cond326.us.1, label %B708.us.1, label %B736.us.1

B708.us.1:                                        ; preds = %B668.us.1
  %32 = shl nuw nsw i64 %lsr.iv23, 2
  %scevgep26 = getelementptr i8, ptr %scevgep25, i64 %32
  %.622.us.1 = load i32, ptr %scevgep26, align 4
  %.627.not.us.1 = icmp sgt i32 %.622.us.1, -1
  %lsr.iv.next24 = add nuw nsw i64 %lsr.iv23, 1
  br i1 %.627.not.us.1, label %B668.us.1, label %B736.us.1

B736.us.1:                                        ; preds = %B708.us.1, %B668.us.1
  %.651.us.1 = add nsw i64 %"$phi604.2.2.2.us.1", 1
  %.652.us.1.not = icmp sgt i64 %.309.us.1, %.651.us.1
  %33 = add i64 %lsr.iv23, -1
  br i1 %.652.us.1.not, label %B822.us.1.preheader, label %B948.us.1

B822.us.1.preheader:                              ; preds = %B736.us.1
  br label %B822.us.1

B822.us.1:                                        ; preds = %B886.us.1, %B822.us.1.preheader
  %lsr.iv27 = phi i64 [ %.422.us.1, %B822.us.1.preheader ], [ %lsr.iv.next28, %B886.us.1 ]
  %under.2.3.us.1 = phi i64 [ %.694.us.1, %B886.us.1 ], [ 0, %B822.us.1.preheader ]
  %.708.us.1 = icmp sgt i64 %lsr.iv27, %.651.us.1
  %.714.us.1 = icmp samesign ult i64 %under.2.3.us.1, 11
  %or.cond327.us.1 = and i1 %.714.us.1, %.708.us.1
  br i1 %or.cond327.us.1, label %B886.us.1, label %B926.us.1

B886.us.1:                                        ; preds = %B822.us.1
  %34 = shl i64 %lsr.iv27, 2
  %scevgep29 = getelementptr i8, ptr %arg.places, i64 %34
  %.738.us.1 = load i32, ptr %scevgep29, align 4
  %.743.not.us.1 = icmp sgt i32 %.738.us.1, -1
  %lsr.iv.next28 = add i64 %lsr.iv27, -1
  %.694.us.1 = add nuw nsw i64 %under.2.3.us.1, 1
  br i1 %.743.not.us.1, label %B822.us.1, label %B926.us.1

B926.us.1:                                        ; preds = %B886.us.1, %B822.us.1
  %.770.not.us.1 = icmp samesign ugt i64 %33, %under.2.3.us.1
  %35 = add i64 %under.2.3.us.1, 1
  br i1 %.770.not.us.1, label %B948.us.1, label %B938.us.1

B938.us.1:                                        ; preds = %B926.us.1, %B640.us.1
  %over.3.2291311316.us.1 = phi i64 [ 0, %B640.us.1 ], [ %lsr.iv23, %B926.us.1 ]
  %.776.us.1 = add nsw i64 %over.3.2291311316.us.1, %.309.us.1
  br label %B958.us.1

B948.us.1:                                        ; preds = %B926.us.1, %B736.us.1
  %under.3.2312.us.1369 = phi i64 [ 0, %B736.us.1 ], [ %35, %B926.us.1 ]
  %.789.us.1 = sub nsw i64 %.309.us.1, %under.3.2312.us.1369
  br label %B958.us.1

B958.us.1:                                        ; preds = %B948.us.1, %B938.us.1, %B574.us.1
  %b.2.2.us.1 = phi i64 [ %.789.us.1, %B948.us.1 ], [ %.309.us.1, %B574.us.1 ], [ %.776.us.1, %B938.us.1 ]
  %.811.us.1 = getelementptr i32, ptr %arg.places, i64 %"$phi604.2.2.2.us.1"
  %.812.us.1 = load i32, ptr %.811.us.1, align 4
  %promoted37 = zext i32 %.812.us.1 to i64
  %36 = and i64 %promoted37, 2147483647
  %sunkaddr38 = getelementptr i8, ptr %arg.out, i64 %.825.us.idx
  %sunkaddr39 = getelementptr i8, ptr %sunkaddr38, i64 16
  store i64 %36, ptr %sunkaddr39, align 8
  %37 = getelementptr i32, ptr %arg.places, i64 %b.2.2.us.1
  %.832.us.1 = getelementptr i8, ptr %37, i64 -4
  %.833.us.1 = load i32, ptr %.832.us.1, align 4
  %promoted41 = zext i32 %.833.us.1 to i64
  %38 = and i64 %promoted41, 2147483647
  %narrow.us.1 = add nuw i64 %38, 1
  %sunkaddr42 = getelementptr i8, ptr %arg.out, i64 %.825.us.idx
  %sunkaddr43 = getelementptr i8, ptr %sunkaddr42, i64 24
  store i64 %narrow.us.1, ptr %sunkaddr43, align 8
  %.120.us = add nuw nsw i64 %.113336342.us, 1
  %exitcond.not = icmp eq i64 %.120.us, %arg.count
  br i1 %exitcond.not, label %B1148, label %B118.endif.endif.us

B1148:                                            ; preds = %B958.us.1, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @_repeated(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.rows, i64 %arg.count, i64 %arg.size, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %.9588.not = icmp slt i64 %arg.count, 1
  br i1 %.9588.not, label %common.ret, label %B36.endif.endif.preheader

B36.endif.endif.preheader:                        ; preds = %B0.endif
  %0 = icmp eq i64 %arg.count, 1
  br i1 %0, label %B36.endif.endif.epil.preheader, label %B36.endif.endif.preheader.new

B36.endif.endif.preheader.new:                    ; preds = %B36.endif.endif.preheader
  %unroll_iter = and i64 %arg.count, 9223372036854775806
  %scevgep3 = getelementptr i8, ptr %arg.rows, i64 112
  br label %B36.endif.endif

B34.loopexit:                                     ; preds = %B148.preheader, %B36.endif.endif
  %.108.1 = add nuw i64 %.1018490, 2
  %scevgep5 = getelementptr i8, ptr %lsr.iv, i64 -8
  %.137.1 = load i64, ptr %scevgep5, align 8
  %.142.1 = load i64, ptr %lsr.iv, align 8
  %.13.i.1 = tail call i64 @llvm.smin.i64(i64 %arg.size, i64 %.142.1)
  %.208.1 = sub i64 %.13.i.1, %.137.1
  %.25180.not.1 = icmp slt i64 %.208.1, 1
  br i1 %.25180.not.1, label %B34.loopexit.1, label %B148.preheader.1

B148.preheader.1:                                 ; preds = %B34.loopexit
  %scevgep.1 = getelementptr i8, ptr %arg.out, i64 %.137.1
  tail call void @llvm.memset.p0.i64(ptr align 1 %scevgep.1, i8 1, i64 %.208.1, i1 false)
  br label %B34.loopexit.1

B34.loopexit.1:                                   ; preds = %B148.preheader.1, %B34.loopexit
  %scevgep4 = getelementptr i8, ptr %lsr.iv, i64 144
  %niter.ncmp.1 = icmp eq i64 %unroll_iter, %.108.1
  br i1 %niter.ncmp.1, label %common.ret.loopexit.unr-lcssa, label %B36.endif.endif

common.ret.loopexit.unr-lcssa:                    ; preds = %B34.loopexit.1
  %1 = and i64 %arg.count, 1
  %lcmp.mod.not = icmp eq i64 %1, 0
  br i1 %lcmp.mod.not, label %common.ret, label %B36.endif.endif.epil.preheader

B36.endif.endif.epil.preheader:                   ; preds = %common.ret.loopexit.unr-lcssa, %B36.endif.endif.preheader
  %.1018490.epil.init = phi i64 [ 0, %B36.endif.endif.preheader ], [ %.108.1, %common.ret.loopexit.unr-lcssa ]
  %.idx.epil = mul i64 %.1018490.epil.init, 72
  %2 = getelementptr i8, ptr %arg.rows, i64 %.idx.epil
  %.136.epil = getelementptr i8, ptr %2, i64 32
  %.137.epil = load i64, ptr %.136.epil, align 8
  %.141.epil = getelementptr i8, ptr %2, i64 40
  %.142.epil = load i64, ptr %.141.epil, align 8
  %.13.i.epil = tail call i64 @llvm.smin.i64(i64 %arg.size, i64 %.142.epil)
  %.208.epil = sub i64 %.13.i.epil, %.137.epil
  %.25180.not.epil = icmp slt i64 %.208.epil, 1
  br i1 %.25180.not.epil, label %common.ret, label %B148.preheader.epil

B148.preheader.epil:                              ; preds = %B36.endif.endif.epil.preheader
  %scevgep.epil = getelementptr i8, ptr %arg.out, i64 %.137.epil
  tail call void @llvm.memset.p0.i64(ptr align 1 %scevgep.epil, i8 1, i64 %.208.epil, i1 false)
  br label %common.ret

common.ret:                                       ; preds = %B148.preheader.epil, %B36.endif.endif.epil.preheader, %common.ret.loopexit.unr-lcssa, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B36.endif.endif:                                  ; preds = %B34.loopexit.1, %B36.endif.endif.preheader.new
  %lsr.iv = phi ptr [ %scevgep4, %B34.loopexit.1 ], [ %scevgep3, %B36.endif.endif.preheader.new ]
  %.1018490 = phi i64 [ 0, %B36.endif.endif.preheader.new ], [ %.108.1, %B34.loopexit.1 ]
  %scevgep6 = getelementptr i8, ptr %lsr.iv, i64 -80
  %.137 = load i64, ptr %scevgep6, align 8
  %scevgep7 = getelementptr i8, ptr %lsr.iv, i64 -72
  %.142 = load i64, ptr %scevgep7, align 8
  %.13.i = tail call i64 @llvm.smin.i64(i64 %arg.size, i64 %.142)
  %.208 = sub i64 %.13.i, %.137
  %.25180.not = icmp slt i64 %.208, 1
  br i1 %.25180.not, label %B34.loopexit, label %B148.preheader

B148.preheader:                                   ; preds = %B36.endif.endif
  %scevgep = getelementptr i8, ptr %arg.out, i64 %.137
  tail call void @llvm.memset.p0.i64(ptr align 1 %scevgep, i8 1, i64 %.208, i1 false)
  br label %B34.loopexit
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @_counted(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.letters, ptr readonly %arg.repeated, i64 %arg.size, i64 %arg.mask, ptr %arg.four, ptr %arg.three) local_unnamed_addr #0 {
B0.endif:
  %.56 = add i64 %arg.size, -3
  %.10149.not = icmp slt i64 %.56, 1
  br i1 %.10149.not, label %B392, label %B38.preheader

B38.preheader:                                    ; preds = %B0.endif
  br label %B38

B38:                                              ; preds = %B393, %B38.preheader
  %.1074850 = phi i64 [ %.114, %B393 ], [ 3, %B38.preheader ]
  %.114 = add nuw i64 %.1074850, 1
  %.144 = getelementptr i8, ptr %arg.repeated, i64 %.1074850
  %.145 = load i8, ptr %.144, align 1
  %.146.not = icmp eq i8 %.145, 0
  br i1 %.146.not, label %B58, label %B393

B58:                                              ; preds = %B38
  %0 = shl i64 %.1074850, 1
  %scevgep = getelementptr i8, ptr %arg.letters, i64 %0
  %scevgep5 = getelementptr i8, ptr %scevgep, i64 -6
  %.155 = load i16, ptr %scevgep5, align 2
  %.156 = zext i16 %.155 to i64
  %.157 = mul nuw nsw i64 %.156, 92821
  %1 = shl i64 %.1074850, 1
  %scevgep3 = getelementptr i8, ptr %arg.letters, i64 %1
  %scevgep4 = getelementptr i8, ptr %scevgep3, i64 -4
  %.162 = load i16, ptr %scevgep4, align 2
  %.163 = zext i16 %.162 to i64
  %.164 = mul nuw nsw i64 %.163, 3571
  %.165 = add nuw nsw i64 %.164, %.157
  %2 = shl i64 %.1074850, 1
  %scevgep1 = getelementptr i8, ptr %arg.letters, i64 %2
  %scevgep2 = getelementptr i8, ptr %scevgep1, i64 -2
  %.170 = load i16, ptr %scevgep2, align 2
  %.171 = zext i16 %.170 to i64
  %.172 = mul nuw nsw i64 %.171, 131
  %.173 = add nuw nsw i64 %.165, %.172
  %.175 = and i64 %.173, %arg.mask
  %.177 = getelementptr i64, ptr %arg.three, i64 %.175
  %.178 = load i64, ptr %.177, align 8
  %.179 = add nsw i64 %.178, 1
  store i64 %.179, ptr %.177, align 8
  %.183 = mul nuw nsw i64 %.173, 31
  %.187 = load i16, ptr %scevgep, align 2
  %.190 = zext i16 %.187 to i64
  %.191 = add nuw nsw i64 %.183, %.190
  %.193 = and i64 %.191, %arg.mask
  %.195 = getelementptr i64, ptr %arg.four, i64 %.193
  %.196 = load i64, ptr %.195, align 8
  %.197 = add nsw i64 %.196, 1
  store i64 %.197, ptr %.195, align 8
  br label %B393

B392:                                             ; preds = %B393, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B393:                                             ; preds = %B58, %B38
  %exitcond.not = icmp eq i64 %arg.size, %.114
  br i1 %exitcond.not, label %B392, label %B38
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @_weighed(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.rows, i64 %arg.count, ptr readonly %arg.letters, i64 %arg.mask, ptr readonly %arg.four, ptr readonly %arg.three, ptr writeonly %arg.out) local_unnamed_addr #0 {
B0.endif:
  %.105107.not = icmp slt i64 %arg.count, 1
  br i1 %.105107.not, label %common.ret, label %B38.endif.preheader

B38.endif.preheader:                              ; preds = %B0.endif
  %scevgep = getelementptr i8, ptr %arg.letters, i64 6
  br label %B38.endif

B132:                                             ; preds = %B132.preheader, %B132
  %lsr.iv6 = phi ptr [ %scevgep5, %B132.preheader ], [ %scevgep7, %B132 ]
  %lsr.iv = phi i64 [ %2, %B132.preheader ], [ %lsr.iv.next, %B132 ]
  %total.2.194 = phi double [ %total.3.2, %B132 ], [ 0.000000e+00, %B132.preheader ]
  %scevgep10 = getelementptr i8, ptr %lsr.iv6, i64 -6
  %.286 = load i16, ptr %scevgep10, align 2
  %.287 = zext i16 %.286 to i64
  %.288 = mul nuw nsw i64 %.287, 92821
  %scevgep9 = getelementptr i8, ptr %lsr.iv6, i64 -4
  %.292 = load i16, ptr %scevgep9, align 2
  %.293 = zext i16 %.292 to i64
  %.294 = mul nuw nsw i64 %.293, 3571
  %.295 = add nuw nsw i64 %.294, %.288
  %scevgep8 = getelementptr i8, ptr %lsr.iv6, i64 -2
  %.299 = load i16, ptr %scevgep8, align 2
  %.300 = zext i16 %.299 to i64
  %.301 = mul nuw nsw i64 %.300, 131
  %.302 = add nuw nsw i64 %.295, %.301
  %.303 = mul nuw nsw i64 %.302, 31
  %.306 = load i16, ptr %lsr.iv6, align 2
  %.307 = zext i16 %.306 to i64
  %.308 = add nuw nsw i64 %.303, %.307
  %.310 = and i64 %.308, %arg.mask
  %.312 = getelementptr double, ptr %arg.four, i64 %.310
  %.313 = load double, ptr %.312, align 8
  %.318 = and i64 %.302, %arg.mask
  %.320 = getelementptr double, ptr %arg.three, i64 %.318
  %.321 = load double, ptr %.320, align 8
  %.327 = fcmp olt double %.313, %.321
  %.331 = fsub double %.321, %.313
  %.337 = fadd double %total.2.194, %.331
  %total.3.2 = select i1 %.327, double %.337, double %total.2.194
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep7 = getelementptr i8, ptr %lsr.iv6, i64 2
  %.241 = icmp samesign ugt i64 %lsr.iv.next, 1
  br i1 %.241, label %B132, label %B464.endif.endif.endif

common.ret:                                       ; preds = %B464.endif.endif.endif, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B38.endif:                                        ; preds = %B464.endif.endif.endif, %B38.endif.preheader
  %.11199108 = phi i64 [ %.118, %B464.endif.endif.endif ], [ 0, %B38.endif.preheader ]
  %.118 = add nuw nsw i64 %.11199108, 1
  %.idx = mul i64 %.11199108, 72
  %0 = getelementptr i8, ptr %arg.rows, i64 %.idx
  %.153 = getelementptr i8, ptr %0, i64 16
  %.154 = load i64, ptr %.153, align 8
  %.155 = add i64 %.154, 3
  %.160 = getelementptr i8, ptr %0, i64 24
  %.161 = load i64, ptr %.160, align 8
  %.198 = sub i64 %.161, %.155
  %.24191.not = icmp slt i64 %.198, 1
  br i1 %.24191.not, label %B464.endif.endif.endif, label %B132.preheader

B132.preheader:                                   ; preds = %B38.endif
  %1 = add i64 %.161, -2
  %2 = sub i64 %1, %.154
  %3 = shl i64 %.154, 1
  %scevgep5 = getelementptr i8, ptr %scevgep, i64 %3
  br label %B132

B464.endif.endif.endif:                           ; preds = %B38.endif, %B132
  %total.2.1.lcssa = phi double [ 0.000000e+00, %B38.endif ], [ %total.3.2, %B132 ]
  %.369 = sub nsw i64 %.161, %.154
  %.13.i = tail call i64 @llvm.smax.i64(i64 %.369, i64 1)
  %sunkaddr = getelementptr i8, ptr %arg.rows, i64 %.idx
  %sunkaddr11 = getelementptr i8, ptr %sunkaddr, i64 48
  %.403 = load i64, ptr %sunkaddr11, align 8
  %.404 = sitofp i64 %.403 to double
  %.405 = uitofp nneg i64 %.13.i to double
  %.409 = fdiv double %.404, %.405
  %.12.i = fcmp olt double %.409, 1.000000e+00
  %.13.i4 = select i1 %.12.i, double %.409, double 1.000000e+00
  %.439 = fmul double %total.2.1.lcssa, %.13.i4
  %.444 = getelementptr double, ptr %arg.out, i64 %.11199108
  store double %.439, ptr %.444, align 8
  %exitcond.not = icmp eq i64 %arg.count, %.118
  br i1 %exitcond.not, label %common.ret, label %B38.endif
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @_merged(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.doc, ptr readonly %arg.begin, ptr readonly %arg.end, ptr readonly %arg.order, i64 %arg.count, double %arg.share, ptr %arg.parent) local_unnamed_addr #0 {
B0.endif:
  %.63 = icmp sgt i64 %arg.count, 0
  br i1 %.63, label %B38.endif.preheader, label %common.ret

B38.endif.preheader:                              ; preds = %B0.endif
  br label %B38.endif

B98:                                              ; preds = %B98.lr.ph, %B632
  %.240188193 = phi i64 [ %.121, %B98.lr.ph ], [ %.247, %B632 ]
  %.247 = add i64 %.240188193, 1
  %.273 = getelementptr i64, ptr %arg.order, i64 %.240188193
  %.274 = load i64, ptr %.273, align 8
  %.280 = getelementptr i64, ptr %arg.doc, i64 %.274
  %.281 = load i64, ptr %.280, align 8
  %sunkaddr = mul i64 %.148, 8
  %sunkaddr7 = getelementptr i8, ptr %arg.doc, i64 %sunkaddr
  %.285 = load i64, ptr %sunkaddr7, align 8
  %.286.not = icmp eq i64 %.281, %.285
  br i1 %.286.not, label %B152, label %B636

B152:                                             ; preds = %B98
  %.290 = getelementptr i64, ptr %arg.begin, i64 %.274
  %.291 = load i64, ptr %.290, align 8
  %sunkaddr8 = mul i64 %.148, 8
  %sunkaddr9 = getelementptr i8, ptr %arg.end, i64 %sunkaddr8
  %.295 = load i64, ptr %sunkaddr9, align 8
  %.296.not = icmp slt i64 %.291, %.295
  br i1 %.296.not, label %B192.endif, label %B636

B314:                                             ; preds = %B192.endif
  %.373 = sub nsw i64 %.312, %.291
  %.375 = sitofp i64 %.373 to double
  %.376 = fmul double %arg.share, %.375
  %.379 = fcmp ugt double %.376, %.362
  br i1 %.379, label %B632, label %B362

B362:                                             ; preds = %B314
  %sunkaddr10 = mul i64 %.148, 8
  %sunkaddr11 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr10
  %.392 = load i64, ptr %sunkaddr11, align 8
  %.393.not = icmp eq i64 %.392, %.148
  br i1 %.393.not, label %B464, label %B390.preheader

B390.preheader:                                   ; preds = %B362
  br label %B390

B390:                                             ; preds = %B390, %B390.preheader
  %.398 = phi i64 [ %.416, %B390 ], [ %.392, %B390.preheader ]
  %x.4.3 = phi i64 [ %.401, %B390 ], [ %.148, %B390.preheader ]
  %.397 = getelementptr i64, ptr %arg.parent, i64 %x.4.3
  %.400 = getelementptr i64, ptr %arg.parent, i64 %.398
  %.401 = load i64, ptr %.400, align 8
  store i64 %.401, ptr %.397, align 8
  %.415 = getelementptr i64, ptr %arg.parent, i64 %.401
  %.416 = load i64, ptr %.415, align 8
  %.417.not = icmp eq i64 %.416, %.401
  br i1 %.417.not, label %B464, label %B390

B464:                                             ; preds = %B390, %B362
  %x.5.4 = phi i64 [ %.148, %B362 ], [ %.401, %B390 ]
  %.431 = getelementptr i64, ptr %arg.parent, i64 %.274
  %.432 = load i64, ptr %.431, align 8
  %.433.not = icmp eq i64 %.432, %.274
  br i1 %.433.not, label %B566.endif.endif, label %B492.preheader

B492.preheader:                                   ; preds = %B464
  br label %B492

B492:                                             ; preds = %B492, %B492.preheader
  %.438 = phi i64 [ %.456, %B492 ], [ %.432, %B492.preheader ]
  %y.2.3 = phi i64 [ %.441, %B492 ], [ %.274, %B492.preheader ]
  %.437 = getelementptr i64, ptr %arg.parent, i64 %y.2.3
  %.440 = getelementptr i64, ptr %arg.parent, i64 %.438
  %.441 = load i64, ptr %.440, align 8
  store i64 %.441, ptr %.437, align 8
  %.455 = getelementptr i64, ptr %arg.parent, i64 %.441
  %.456 = load i64, ptr %.455, align 8
  %.457.not = icmp eq i64 %.456, %.441
  br i1 %.457.not, label %B566.endif.endif, label %B492

B632:                                             ; preds = %B566.endif.endif, %B192.endif, %B314
  %exitcond.not6 = icmp eq i64 %.247, %arg.count
  br i1 %exitcond.not6, label %B636, label %B98

B636:                                             ; preds = %B38.endif, %B632, %B152, %B98
  %exitcond.not = icmp eq i64 %arg.count, %.121
  br i1 %exitcond.not, label %B672.preheader, label %B38.endif

B672.preheader:                                   ; preds = %B636
  br label %B672

B672:                                             ; preds = %B776, %B672.preheader
  %.643222224 = phi i64 [ %.650, %B776 ], [ 0, %B672.preheader ]
  %.650 = add nuw nsw i64 %.643222224, 1
  %.686 = getelementptr i64, ptr %arg.parent, i64 %.643222224
  %.687 = load i64, ptr %.686, align 8
  %.688.not = icmp eq i64 %.687, %.643222224
  br i1 %.688.not, label %B776, label %B702.preheader

B702.preheader:                                   ; preds = %B672
  br label %B702

B702:                                             ; preds = %B702, %B702.preheader
  %.693 = phi i64 [ %.711, %B702 ], [ %.687, %B702.preheader ]
  %x.6.1 = phi i64 [ %.696, %B702 ], [ %.643222224, %B702.preheader ]
  %.692 = getelementptr i64, ptr %arg.parent, i64 %x.6.1
  %.695 = getelementptr i64, ptr %arg.parent, i64 %.693
  %.696 = load i64, ptr %.695, align 8
  store i64 %.696, ptr %.692, align 8
  %.710 = getelementptr i64, ptr %arg.parent, i64 %.696
  %.711 = load i64, ptr %.710, align 8
  %.712.not = icmp eq i64 %.711, %.696
  br i1 %.712.not, label %B776, label %B702

B776:                                             ; preds = %B702, %B672
  %x.7.2 = phi i64 [ %.643222224, %B672 ], [ %.696, %B702 ]
  %sunkaddr12 = mul i64 %.643222224, 8
  %sunkaddr13 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr12
  store i64 %x.7.2, ptr %sunkaddr13, align 8
  %exitcond240.not = icmp eq i64 %arg.count, %.650
  br i1 %exitcond240.not, label %common.ret, label %B672

common.ret:                                       ; preds = %B776, %B0.endif
  store ptr null, ptr %retptr, align 8
  ret i32 0

B38.endif:                                        ; preds = %B636, %B38.endif.preheader
  %.114203215 = phi i64 [ %.121, %B636 ], [ 0, %B38.endif.preheader ]
  %.121 = add nuw nsw i64 %.114203215, 1
  %.147 = getelementptr i64, ptr %arg.order, i64 %.114203215
  %.148 = load i64, ptr %.147, align 8
  %.234192.not.not = icmp sgt i64 %arg.count, %.121
  br i1 %.234192.not.not, label %B98.lr.ph, label %B636

B98.lr.ph:                                        ; preds = %B38.endif
  br label %B98

B192.endif:                                       ; preds = %B152
  %.311 = getelementptr i64, ptr %arg.end, i64 %.274
  %.312 = load i64, ptr %.311, align 8
  %.13.i = tail call i64 @llvm.smin.i64(i64 %.312, i64 %.295)
  %.345 = sub nsw i64 %.13.i, %.291
  %sunkaddr14 = mul i64 %.148, 8
  %sunkaddr15 = getelementptr i8, ptr %arg.begin, i64 %sunkaddr14
  %.356 = load i64, ptr %sunkaddr15, align 8
  %.357 = sub nsw i64 %.295, %.356
  %.359 = sitofp i64 %.357 to double
  %.360 = fmul double %arg.share, %.359
  %.362 = sitofp i64 %.345 to double
  %.363 = fcmp ugt double %.360, %.362
  br i1 %.363, label %B632, label %B314

B566.endif.endif:                                 ; preds = %B492, %B464
  %y.3.4 = phi i64 [ %.274, %B464 ], [ %.441, %B492 ]
  %.13.i4 = tail call i64 @llvm.smin.i64(i64 %y.3.4, i64 %x.5.4)
  %.13.i5 = tail call i64 @llvm.smax.i64(i64 %y.3.4, i64 %x.5.4)
  %.526 = getelementptr i64, ptr %arg.parent, i64 %.13.i5
  store i64 %.13.i4, ptr %.526, align 8
  br label %B632
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @_starred(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.indptr, ptr readonly %arg.indices, ptr readonly %arg.by_degree, i64 %arg.count, ptr %arg.cluster) local_unnamed_addr #0 {
B0.endif:
  %.101113.not = icmp slt i64 %arg.count, 1
  br i1 %.101113.not, label %B232, label %B40.preheader

B40.preheader:                                    ; preds = %B0.endif
  %scevgep = getelementptr i8, ptr %arg.indices, i64 8
  br label %B40

B40:                                              ; preds = %B233, %B40.preheader
  %made.2.0118 = phi i64 [ %made.3.1, %B233 ], [ 0, %B40.preheader ]
  %.107106116 = phi i64 [ %.114, %B233 ], [ 0, %B40.preheader ]
  %.114 = add nuw nsw i64 %.107106116, 1
  %.140 = getelementptr i64, ptr %arg.by_degree, i64 %.107106116
  %.141 = load i64, ptr %.140, align 8
  %.147 = getelementptr i64, ptr %arg.cluster, i64 %.141
  %.148 = load i64, ptr %.147, align 8
  %.149 = icmp sgt i64 %.148, -1
  br i1 %.149, label %B233, label %B84.endif

B158:                                             ; preds = %B158.preheader1, %B218.1
  %lsr.iv3 = phi ptr [ %scevgep2, %B158.preheader1 ], [ %scevgep4, %B218.1 ]
  %lsr.iv = phi i64 [ %1, %B158.preheader1 ], [ %lsr.iv.next, %B218.1 ]
  %scevgep5 = getelementptr i8, ptr %lsr.iv3, i64 -8
  %.299 = load i64, ptr %scevgep5, align 8
  %.301 = getelementptr i64, ptr %arg.cluster, i64 %.299
  %.302 = load i64, ptr %.301, align 8
  %.303 = icmp slt i64 %.302, 0
  br i1 %.303, label %B196, label %B218

B196:                                             ; preds = %B158
  %sunkaddr = mul i64 %.299, 8
  %sunkaddr6 = getelementptr i8, ptr %arg.cluster, i64 %sunkaddr
  store i64 %made.2.0118, ptr %sunkaddr6, align 8
  br label %B218

B218:                                             ; preds = %B196, %B158
  %.299.1 = load i64, ptr %lsr.iv3, align 8
  %.301.1 = getelementptr i64, ptr %arg.cluster, i64 %.299.1
  %.302.1 = load i64, ptr %.301.1, align 8
  %.303.1 = icmp slt i64 %.302.1, 0
  br i1 %.303.1, label %B196.1, label %B218.1

B196.1:                                           ; preds = %B218
  %sunkaddr7 = mul i64 %.299.1, 8
  %sunkaddr8 = getelementptr i8, ptr %arg.cluster, i64 %sunkaddr7
  store i64 %made.2.0118, ptr %sunkaddr8, align 8
  br label %B218.1

B218.1:                                           ; preds = %B196.1, %B218
  %lsr.iv.next = add i64 %lsr.iv, -2
  %scevgep4 = getelementptr i8, ptr %lsr.iv3, i64 16
  %.255.1 = icmp sgt i64 %lsr.iv.next, 2
  br i1 %.255.1, label %B158, label %B220

B220:                                             ; preds = %B158.prol.loopexit, %B84.endif, %B218.1
  %.324 = add nsw i64 %made.2.0118, 1
  br label %B233

B232:                                             ; preds = %B233, %B0.endif
  %made.2.0.lcssa = phi i64 [ 0, %B0.endif ], [ %made.3.1, %B233 ]
  store i64 %made.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B233:                                             ; preds = %B220, %B40
  %made.3.1 = phi i64 [ %.324, %B220 ], [ %made.2.0118, %B40 ]
  %exitcond.not = icmp eq i64 %arg.count, %.114
  br i1 %exitcond.not, label %B232, label %B40

B84.endif:                                        ; preds = %B40
  %sunkaddr9 = mul i64 %.141, 8
  %sunkaddr10 = getelementptr i8, ptr %arg.cluster, i64 %sunkaddr9
  store i64 %made.2.0118, ptr %sunkaddr10, align 8
  %.167 = getelementptr i64, ptr %arg.indptr, i64 %.141
  %.168 = load i64, ptr %.167, align 8
  %.174 = getelementptr i8, ptr %.167, i64 8
  %.175 = load i64, ptr %.174, align 8
  %.212 = sub i64 %.175, %.168
  %.255101.not = icmp slt i64 %.212, 1
  br i1 %.255101.not, label %B220, label %B158.preheader

B158.preheader:                                   ; preds = %B84.endif
  %.neg = add i64 %.168, 1
  %xtraiter = and i64 %.212, 1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B158.prol.loopexit, label %B158.prol

B158.prol:                                        ; preds = %B158.preheader
  %.264.prol = add nsw i64 %.212, -1
  %.268.prol = add i64 %.168, 1
  %.298.prol = getelementptr i64, ptr %arg.indices, i64 %.168
  %.299.prol = load i64, ptr %.298.prol, align 8
  %.301.prol = getelementptr i64, ptr %arg.cluster, i64 %.299.prol
  %.302.prol = load i64, ptr %.301.prol, align 8
  %.303.prol = icmp slt i64 %.302.prol, 0
  br i1 %.303.prol, label %B196.prol, label %B158.prol.loopexit

B196.prol:                                        ; preds = %B158.prol
  %sunkaddr11 = mul i64 %.299.prol, 8
  %sunkaddr12 = getelementptr i8, ptr %arg.cluster, i64 %sunkaddr11
  store i64 %made.2.0118, ptr %sunkaddr12, align 8
  br label %B158.prol.loopexit

B158.prol.loopexit:                               ; preds = %B196.prol, %B158.prol, %B158.preheader
  %.25499103.unr = phi i64 [ %.212, %B158.preheader ], [ %.264.prol, %B196.prol ], [ %.264.prol, %B158.prol ]
  %.261100102.unr = phi i64 [ %.168, %B158.preheader ], [ %.268.prol, %B196.prol ], [ %.268.prol, %B158.prol ]
  %0 = icmp eq i64 %.175, %.neg
  br i1 %0, label %B220, label %B158.preheader1

B158.preheader1:                                  ; preds = %B158.prol.loopexit
  %1 = add i64 %.25499103.unr, 2
  %2 = shl i64 %.261100102.unr, 3
  %scevgep2 = getelementptr i8, ptr %scevgep, i64 %2
  br label %B158
}

; Function Attrs: nofree norecurse nosync nounwind memory(argmem: readwrite)
define noundef i32 @meetings(ptr noalias writeonly %retptr, ptr noalias readnone %excinfo, ptr readonly %arg.letters, i64 %arg.middle, i64 %arg.end, i64 %arg.k, i64 %arg.most, i64 %arg.mask, ptr %arg.heads, ptr %arg.after, ptr %arg.hashes, i64 %arg.room, ptr writeonly %arg.pos_a, ptr writeonly %arg.pos_b) local_unnamed_addr #0 {
B0.endif:
  %arg.most.fr = freeze i64 %arg.most
  %.129415 = icmp sgt i64 %arg.k, 1
  br i1 %.129415, label %B122.preheader, label %B136.endif

B122.preheader:                                   ; preds = %B0.endif
  %0 = add nsw i64 %arg.k, -1
  %1 = add nsw i64 %arg.k, -2
  %xtraiter = and i64 %0, 7
  %2 = icmp ult i64 %1, 7
  br i1 %2, label %B122.epil.preheader, label %B122.preheader.new

B122.preheader.new:                               ; preds = %B122.preheader
  %unroll_iter = and i64 %0, -8
  br label %B122

B122:                                             ; preds = %B122, %B122.preheader.new
  %lsr.iv115 = phi i64 [ %lsr.iv.next116, %B122 ], [ %unroll_iter, %B122.preheader.new ]
  %top.2.0418 = phi i64 [ 1, %B122.preheader.new ], [ %.169.7, %B122 ]
  %.169.7 = mul i64 %top.2.0418, 2232315406967589409
  %lsr.iv.next116 = add i64 %lsr.iv115, -8
  %niter.ncmp.7.not = icmp eq i64 %lsr.iv.next116, 0
  br i1 %niter.ncmp.7.not, label %B136.endif.loopexit.unr-lcssa, label %B122

common.ret:                                       ; preds = %B886.endif, %B188.endif.endif, %B1250, %B640
  %storemerge410 = phi i64 [ 0, %B640 ], [ 0, %B886.endif ], [ 0, %B188.endif.endif ], [ %t.5.1, %B1250 ]
  store i64 %storemerge410, ptr %retptr, align 8
  ret i32 0

B372:                                             ; preds = %B372.preheader.new, %B372
  %rolling.4.1430 = phi i64 [ 0, %B372.preheader.new ], [ %.635.3, %B372 ]
  %.596426428 = phi i64 [ 0, %B372.preheader.new ], [ %.603.3, %B372 ]
  %.630 = mul i64 %rolling.4.1430, %const
  %sunkaddr = mul i64 %.596426428, 2
  %sunkaddr121 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr
  %.633 = load i16, ptr %sunkaddr121, align 2
  %.634 = zext i16 %.633 to i64
  %.635 = add i64 %.630, %.634
  %.630.114 = mul i64 %.635, %const
  %sunkaddr122 = mul i64 %.596426428, 2
  %sunkaddr123 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr122
  %sunkaddr124 = getelementptr i8, ptr %sunkaddr123, i64 2
  %.633.116 = load i16, ptr %sunkaddr124, align 2
  %.634.117 = zext i16 %.633.116 to i64
  %.635.118 = add i64 %.630.114, %.634.117
  %.630.2 = mul i64 %.635.118, %const
  %sunkaddr125 = mul i64 %.596426428, 2
  %sunkaddr126 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr125
  %sunkaddr127 = getelementptr i8, ptr %sunkaddr126, i64 4
  %.633.2 = load i16, ptr %sunkaddr127, align 2
  %.634.2 = zext i16 %.633.2 to i64
  %.635.2 = add i64 %.630.2, %.634.2
  %.603.3 = add nuw i64 %.596426428, 4
  %.630.3 = mul i64 %.635.2, %const
  %sunkaddr128 = mul i64 %.596426428, 2
  %sunkaddr129 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr128
  %sunkaddr130 = getelementptr i8, ptr %sunkaddr129, i64 6
  %.633.3 = load i16, ptr %sunkaddr130, align 2
  %.634.3 = zext i16 %.633.3 to i64
  %.635.3 = add i64 %.630.3, %.634.3
  %niter10.ncmp.3 = icmp eq i64 %unroll_iter9, %.603.3
  br i1 %niter10.ncmp.3, label %B440.endif.loopexit.unr-lcssa, label %B372

B486:                                             ; preds = %B486.preheader.new, %B486
  %rolling.5.1439 = phi i64 [ %rolling.4.1.lcssa, %B486.preheader.new ], [ %.795.140, %B486 ]
  %.743435437 = phi i64 [ 0, %B486.preheader.new ], [ %.750.128, %B486 ]
  %.777 = mul i64 %rolling.5.1439, %const
  %3 = shl nuw i64 %.743435437, 1
  %scevgep93 = getelementptr i8, ptr %invariant.gep, i64 %3
  %scevgep94 = getelementptr i8, ptr %scevgep93, i64 -2
  %.783 = load i16, ptr %scevgep94, align 2
  %.784 = zext i16 %.783 to i64
  %.785 = add i64 %.777, %.784
  %sunkaddr131 = mul i64 %.743435437, 8
  %sunkaddr132 = getelementptr i8, ptr %arg.hashes, i64 %sunkaddr131
  store i64 %.785, ptr %sunkaddr132, align 8
  %sunkaddr133 = mul i64 %.743435437, 2
  %sunkaddr134 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr133
  %.791 = load i16, ptr %sunkaddr134, align 2
  %.792 = zext i16 %.791 to i64
  %.794 = mul i64 %top.2.0.lcssa, %.792
  %.795 = sub i64 %.785, %.794
  %.750.128 = add nuw i64 %.743435437, 2
  %.777.129 = mul i64 %.795, %const
  %4 = shl nuw i64 %.743435437, 1
  %scevgep92 = getelementptr i8, ptr %invariant.gep, i64 %4
  %.783.132 = load i16, ptr %scevgep92, align 2
  %.784.133 = zext i16 %.783.132 to i64
  %.785.134 = add i64 %.777.129, %.784.133
  %sunkaddr135 = mul i64 %.743435437, 8
  %sunkaddr136 = getelementptr i8, ptr %arg.hashes, i64 %sunkaddr135
  %sunkaddr137 = getelementptr i8, ptr %sunkaddr136, i64 8
  store i64 %.785.134, ptr %sunkaddr137, align 8
  %sunkaddr138 = mul i64 %.743435437, 2
  %sunkaddr139 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr138
  %sunkaddr140 = getelementptr i8, ptr %sunkaddr139, i64 2
  %.791.137 = load i16, ptr %sunkaddr140, align 2
  %.792.138 = zext i16 %.791.137 to i64
  %.794.139 = mul i64 %top.2.0.lcssa, %.792.138
  %.795.140 = sub i64 %.785.134, %.794.139
  %niter25.ncmp.1 = icmp eq i64 %unroll_iter24, %.750.128
  br i1 %niter25.ncmp.1, label %B640.loopexit.unr-lcssa, label %B486

B640.loopexit.unr-lcssa:                          ; preds = %B486
  %5 = and i64 %.694, 1
  %lcmp.mod22.not = icmp eq i64 %5, 0
  br i1 %lcmp.mod22.not, label %B640, label %B486.epil.preheader

B486.epil.preheader:                              ; preds = %B486.preheader, %B640.loopexit.unr-lcssa
  %rolling.5.1439.epil.init = phi i64 [ %rolling.4.1.lcssa, %B486.preheader ], [ %.795.140, %B640.loopexit.unr-lcssa ]
  %.743435437.epil.init = phi i64 [ 0, %B486.preheader ], [ %.750.128, %B640.loopexit.unr-lcssa ]
  %.777.epil = mul i64 %rolling.5.1439.epil.init, %const
  %gep.epil = getelementptr i16, ptr %invariant.gep, i64 %.743435437.epil.init
  %.782.epil = getelementptr i8, ptr %gep.epil, i64 -2
  %.783.epil = load i16, ptr %.782.epil, align 2
  %.784.epil = zext i16 %.783.epil to i64
  %.785.epil = add i64 %.777.epil, %.784.epil
  %.787.epil = getelementptr i64, ptr %arg.hashes, i64 %.743435437.epil.init
  store i64 %.785.epil, ptr %.787.epil, align 8
  br label %B640

B640:                                             ; preds = %B440.endif, %B486.epil.preheader, %B640.loopexit.unr-lcssa
  %.463.1 = sub nsw i64 %arg.end, %arg.middle
  %.465.1 = icmp slt i64 %.463.1, %arg.k
  br i1 %.465.1, label %common.ret, label %B286.endif.1

B286.endif.1:                                     ; preds = %B640
  %6 = icmp slt i64 %.547, 1
  br i1 %6, label %B440.endif.1, label %B372.1.preheader

B372.1.preheader:                                 ; preds = %B286.endif.1
  %7 = add i64 %arg.k, -2
  %xtraiter42 = and i64 %.547, 3
  %8 = icmp ult i64 %7, 3
  br i1 %8, label %B372.1.epil.preheader, label %B372.1.preheader.new

B372.1.preheader.new:                             ; preds = %B372.1.preheader
  %unroll_iter47 = and i64 %.547, %const118
  br label %B372.1

B372.1:                                           ; preds = %B372.1, %B372.1.preheader.new
  %lsr.iv90 = phi i64 [ %lsr.iv.next91, %B372.1 ], [ %unroll_iter47, %B372.1.preheader.new ]
  %rolling.4.1430.1 = phi i64 [ 0, %B372.1.preheader.new ], [ %.635.1.3, %B372.1 ]
  %.596426428.1 = phi i64 [ %arg.middle, %B372.1.preheader.new ], [ %.603.1.3, %B372.1 ]
  %.630.1 = mul i64 %rolling.4.1430.1, %const
  %sunkaddr141 = mul i64 %.596426428.1, 2
  %sunkaddr142 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr141
  %.633.1 = load i16, ptr %sunkaddr142, align 2
  %.634.1 = zext i16 %.633.1 to i64
  %.635.1 = add i64 %.630.1, %.634.1
  %.630.1.1 = mul i64 %.635.1, %const
  %sunkaddr143 = mul i64 %.596426428.1, 2
  %sunkaddr144 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr143
  %sunkaddr145 = getelementptr i8, ptr %sunkaddr144, i64 2
  %.633.1.1 = load i16, ptr %sunkaddr145, align 2
  %.634.1.1 = zext i16 %.633.1.1 to i64
  %.635.1.1 = add i64 %.630.1.1, %.634.1.1
  %.630.1.2 = mul i64 %.635.1.1, %const
  %sunkaddr146 = mul i64 %.596426428.1, 2
  %sunkaddr147 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr146
  %sunkaddr148 = getelementptr i8, ptr %sunkaddr147, i64 4
  %.633.1.2 = load i16, ptr %sunkaddr148, align 2
  %.634.1.2 = zext i16 %.633.1.2 to i64
  %.635.1.2 = add i64 %.630.1.2, %.634.1.2
  %.603.1.3 = add i64 %.596426428.1, 4
  %.630.1.3 = mul i64 %.635.1.2, %const
  %sunkaddr149 = mul i64 %.603.1.3, 2
  %sunkaddr150 = getelementptr i8, ptr %arg.letters, i64 %sunkaddr149
  %sunkaddr151 = getelementptr i8, ptr %sunkaddr150, i64 -2
  %.633.1.3 = load i16, ptr %sunkaddr151, align 2
  %.634.1.3 = zext i16 %.633.1.3 to i64
  %.635.1.3 = add i64 %.630.1.3, %.634.1.3
  %lsr.iv.next91 = add i64 %lsr.iv90, -4
  %niter48.ncmp.3.not = icmp eq i64 %lsr.iv.next91, 0
  br i1 %niter48.ncmp.3.not, label %B440.endif.1.loopexit.unr-lcssa, label %B372.1

B440.endif.1.loopexit.unr-lcssa:                  ; preds = %B372.1
  %lcmp.mod44.not = icmp eq i64 %xtraiter42, 0
  br i1 %lcmp.mod44.not, label %B440.endif.1, label %B372.1.epil.preheader

B372.1.epil.preheader:                            ; preds = %B440.endif.1.loopexit.unr-lcssa, %B372.1.preheader
  %rolling.4.1430.1.epil.init = phi i64 [ 0, %B372.1.preheader ], [ %.635.1.3, %B440.endif.1.loopexit.unr-lcssa ]
  %.596426428.1.epil.init = phi i64 [ %arg.middle, %B372.1.preheader ], [ %.603.1.3, %B440.endif.1.loopexit.unr-lcssa ]
  %9 = shl i64 %.596426428.1.epil.init, 1
  %scevgep80 = getelementptr i8, ptr %arg.letters, i64 %9
  br label %B372.1.epil

B372.1.epil:                                      ; preds = %B372.1.epil, %B372.1.epil.preheader
  %rolling.4.1430.1.epil = phi i64 [ %.635.1.epil, %B372.1.epil ], [ %rolling.4.1430.1.epil.init, %B372.1.epil.preheader ]
  %epil.iter43 = phi i64 [ %epil.iter43.next, %B372.1.epil ], [ 0, %B372.1.epil.preheader ]
  %.630.1.epil = mul i64 %rolling.4.1430.1.epil, %const
  %10 = shl nuw nsw i64 %epil.iter43, 1
  %scevgep81 = getelementptr i8, ptr %scevgep80, i64 %10
  %.633.1.epil = load i16, ptr %scevgep81, align 2
  %.634.1.epil = zext i16 %.633.1.epil to i64
  %.635.1.epil = add i64 %.630.1.epil, %.634.1.epil
  %epil.iter43.next = add i64 %epil.iter43, 1
  %epil.iter43.cmp.not = icmp eq i64 %xtraiter42, %epil.iter43.next
  br i1 %epil.iter43.cmp.not, label %B440.endif.1, label %B372.1.epil, !llvm.loop !6

B440.endif.1:                                     ; preds = %B372.1.epil, %B440.endif.1.loopexit.unr-lcssa, %B286.endif.1
  %rolling.4.1.lcssa.1 = phi i64 [ 0, %B286.endif.1 ], [ %.635.1.3, %B440.endif.1.loopexit.unr-lcssa ], [ %.635.1.epil, %B372.1.epil ]
  %11 = add i64 %arg.end, 1
  %12 = add i64 %arg.middle, %arg.k
  %.694.1 = sub i64 %11, %12
  %.737436.not.1 = icmp slt i64 %.694.1, 1
  br i1 %.737436.not.1, label %B640.1, label %B486.1.preheader

B486.1.preheader:                                 ; preds = %B440.endif.1
  %xtraiter49 = and i64 %.694.1, 1
  %lcmp.mod50.not = icmp eq i64 %xtraiter49, 0
  br i1 %lcmp.mod50.not, label %B486.1.prol.loopexit, label %B486.1.prol

B486.1.prol:                                      ; preds = %B486.1.preheader
  %.746.1.prol = add nsw i64 %.694.1, -1
  %.750.1.prol = add i64 %arg.middle, 1
  %.777.1.prol = mul i64 %rolling.4.1.lcssa.1, %const
  %gep.1.prol = getelementptr i16, ptr %invariant.gep, i64 %arg.middle
  %.782.1.prol = getelementptr i8, ptr %gep.1.prol, i64 -2
  %.783.1.prol = load i16, ptr %.782.1.prol, align 2
  %.784.1.prol = zext i16 %.783.1.prol to i64
  %.785.1.prol = add i64 %.777.1.prol, %.784.1.prol
  %.787.1.prol = getelementptr i64, ptr %arg.hashes, i64 %arg.middle
  store i64 %.785.1.prol, ptr %.787.1.prol, align 8
  %.790.1.prol = getelementptr i16, ptr %arg.letters, i64 %arg.middle
  %.791.1.prol = load i16, ptr %.790.1.prol, align 2
  %.792.1.prol = zext i16 %.791.1.prol to i64
  %.794.1.prol = mul i64 %top.2.0.lcssa, %.792.1.prol
  %.795.1.prol = sub i64 %.785.1.prol, %.794.1.prol
  br label %B486.1.prol.loopexit

B486.1.prol.loopexit:                             ; preds = %B486.1.prol, %B486.1.preheader
  %rolling.5.1439.1.unr = phi i64 [ %rolling.4.1.lcssa.1, %B486.1.preheader ], [ %.795.1.prol, %B486.1.prol ]
  %.736434438.1.unr = phi i64 [ %.694.1, %B486.1.preheader ], [ %.746.1.prol, %B486.1.prol ]
  %.743435437.1.unr = phi i64 [ %arg.middle, %B486.1.preheader ], [ %.750.1.prol, %B486.1.prol ]
  %13 = icmp eq i64 %arg.end, %12
  br i1 %13, label %B640.1, label %B486.1.preheader57

B486.1.preheader57:                               ; preds = %B486.1.prol.loopexit
  %14 = add i64 %.736434438.1.unr, 2
  %15 = shl i64 %.743435437.1.unr, 1
  br label %B486.1

B486.1:                                           ; preds = %B486.1, %B486.1.preheader57
  %lsr.iv68 = phi i64 [ %15, %B486.1.preheader57 ], [ %lsr.iv.next69, %B486.1 ]
  %lsr.iv65 = phi i64 [ %14, %B486.1.preheader57 ], [ %lsr.iv.next66, %B486.1 ]
  %rolling.5.1439.1 = phi i64 [ %.795.1.1, %B486.1 ], [ %rolling.5.1439.1.unr, %B486.1.preheader57 ]
  %.777.1 = mul i64 %rolling.5.1439.1, %const
  %scevgep77 = getelementptr i8, ptr %invariant.gep, i64 %lsr.iv68
  %scevgep78 = getelementptr i8, ptr %scevgep77, i64 -2
  %.783.1 = load i16, ptr %scevgep78, align 2
  %.784.1 = zext i16 %.783.1 to i64
  %.785.1 = add i64 %.777.1, %.784.1
  %sunkaddr152 = mul i64 %lsr.iv68, 4
  %sunkaddr153 = getelementptr i8, ptr %arg.hashes, i64 %sunkaddr152
  store i64 %.785.1, ptr %sunkaddr153, align 8
  %sunkaddr154 = getelementptr i8, ptr %arg.letters, i64 %lsr.iv68
  %.791.1 = load i16, ptr %sunkaddr154, align 2
  %.792.1 = zext i16 %.791.1 to i64
  %.794.1 = mul i64 %top.2.0.lcssa, %.792.1
  %.795.1 = sub i64 %.785.1, %.794.1
  %.777.1.1 = mul i64 %.795.1, %const
  %scevgep79 = getelementptr i8, ptr %invariant.gep, i64 %lsr.iv68
  %.783.1.1 = load i16, ptr %scevgep79, align 2
  %.784.1.1 = zext i16 %.783.1.1 to i64
  %.785.1.1 = add i64 %.777.1.1, %.784.1.1
  %sunkaddr155 = mul i64 %lsr.iv68, 4
  %sunkaddr156 = getelementptr i8, ptr %arg.hashes, i64 %sunkaddr155
  %sunkaddr157 = getelementptr i8, ptr %sunkaddr156, i64 8
  store i64 %.785.1.1, ptr %sunkaddr157, align 8
  %sunkaddr158 = getelementptr i8, ptr %arg.letters, i64 %lsr.iv68
  %sunkaddr159 = getelementptr i8, ptr %sunkaddr158, i64 2
  %.791.1.1 = load i16, ptr %sunkaddr159, align 2
  %.792.1.1 = zext i16 %.791.1.1 to i64
  %.794.1.1 = mul i64 %top.2.0.lcssa, %.792.1.1
  %.795.1.1 = sub i64 %.785.1.1, %.794.1.1
  %lsr.iv.next66 = add i64 %lsr.iv65, -2
  %lsr.iv.next69 = add i64 %lsr.iv68, 4
  %.737.1.1 = icmp sgt i64 %lsr.iv.next66, 2
  br i1 %.737.1.1, label %B486.1, label %B640.1

B640.1:                                           ; preds = %B486.1, %B486.1.prol.loopexit, %B440.endif.1
  %const120 = bitcast i64 -7046029254386353131 to i64
  %.818 = sub nsw i64 %arg.end, %arg.k
  %reass.sub = sub i64 %.818, %arg.middle
  %.821 = add i64 %reass.sub, 1
  %const_mat = add i64 %const118, 2
  %.859 = icmp ugt i64 %reass.sub, %const_mat
  %..821 = select i1 %.859, i64 0, i64 %.821
  %.901464 = icmp sgt i64 %..821, 0
  br i1 %.901464, label %B692.preheader, label %B886.endif

B692.preheader:                                   ; preds = %B640.1
  %16 = icmp eq i64 %..821, 1
  br i1 %16, label %B692.epil.preheader, label %B692.preheader.new

B692.preheader.new:                               ; preds = %B692.preheader
  %17 = shl i64 %arg.end, 3
  %18 = shl i64 %arg.k, 3
  %19 = sub i64 %17, %18
  %scevgep = getelementptr i8, ptr %arg.hashes, i64 %19
  %scevgep61 = getelementptr i8, ptr %arg.after, i64 %19
  %20 = lshr i64 %..821, 1
  %21 = trunc i64 %20 to i62
  %22 = zext i62 %21 to i64
  %23 = mul nsw i64 %22, -2
  br label %B692

B692:                                             ; preds = %B692, %B692.preheader.new
  %lsr.iv = phi i64 [ %lsr.iv.next, %B692 ], [ 0, %B692.preheader.new ]
  %24 = add i64 %.818, %lsr.iv
  %25 = shl i64 %lsr.iv, 3
  %scevgep60 = getelementptr i8, ptr %scevgep, i64 %25
  %.945 = load i64, ptr %scevgep60, align 8
  %.946 = mul i64 %.945, %const120
  %.947 = lshr i64 %.946, 40
  %.949 = and i64 %.947, %arg.mask
  %.951 = getelementptr i64, ptr %arg.heads, i64 %.949
  %.952 = load i64, ptr %.951, align 8
  %26 = shl i64 %lsr.iv, 3
  %scevgep64 = getelementptr i8, ptr %scevgep61, i64 %26
  store i64 %.952, ptr %scevgep64, align 8
  store i64 %24, ptr %.951, align 8
  %27 = add i64 %.818, %lsr.iv
  %28 = add i64 %27, -1
  %29 = shl i64 %lsr.iv, 3
  %scevgep58 = getelementptr i8, ptr %scevgep, i64 %29
  %scevgep59 = getelementptr i8, ptr %scevgep58, i64 -8
  %.945.1 = load i64, ptr %scevgep59, align 8
  %.946.1 = mul i64 %.945.1, %const120
  %.947.1 = lshr i64 %.946.1, 40
  %.949.1 = and i64 %.947.1, %arg.mask
  %.951.1 = getelementptr i64, ptr %arg.heads, i64 %.949.1
  %.952.1 = load i64, ptr %.951.1, align 8
  %30 = shl i64 %lsr.iv, 3
  %scevgep62 = getelementptr i8, ptr %scevgep61, i64 %30
  %scevgep63 = getelementptr i8, ptr %scevgep62, i64 -8
  store i64 %.952.1, ptr %scevgep63, align 8
  store i64 %28, ptr %.951.1, align 8
  %lsr.iv.next = add i64 %lsr.iv, -2
  %niter56.ncmp.1 = icmp eq i64 %23, %lsr.iv.next
  br i1 %niter56.ncmp.1, label %B886.endif.loopexit.unr-lcssa, label %B692

B934:                                             ; preds = %B934.preheader, %B1250
  %t.4.0474 = phi i64 [ %t.5.1, %B1250 ], [ 0, %B934.preheader ]
  %.1055469473 = phi i64 [ %.1065, %B1250 ], [ %storemerge409, %B934.preheader ]
  %.1062470472 = phi i64 [ %.1069, %B1250 ], [ 0, %B934.preheader ]
  %.1065 = add nsw i64 %.1055469473, -1
  %.1069 = add nuw nsw i64 %.1062470472, 1
  %.1103 = getelementptr i64, ptr %arg.hashes, i64 %.1062470472
  %.1104 = load i64, ptr %.1103, align 8
  %.1105 = mul i64 %.1104, %const120
  %.1106 = lshr i64 %.1105, 40
  %.1108 = and i64 %.1106, %arg.mask
  %.1110 = getelementptr i64, ptr %arg.heads, i64 %.1108
  %.1111 = load i64, ptr %.1110, align 8
  %.1120 = icmp sgt i64 %.1111, -1
  br i1 %.1120, label %B1122.preheader, label %B1250

B1122.preheader:                                  ; preds = %B934
  br label %B1122

B1122:                                            ; preds = %B1210, %B1122.preheader
  %t.2.2 = phi i64 [ %t.3.3, %B1210 ], [ %t.4.0474, %B1122.preheader ]
  %j.2.2 = phi i64 [ %.1211, %B1210 ], [ %.1111, %B1122.preheader ]
  %left.2.2 = phi i64 [ %left.3.3, %B1210 ], [ %arg.most.fr, %B1122.preheader ]
  %.1161 = getelementptr i64, ptr %arg.hashes, i64 %j.2.2
  %.1162 = load i64, ptr %.1161, align 8
  %sunkaddr160 = mul i64 %.1062470472, 8
  %sunkaddr161 = getelementptr i8, ptr %arg.hashes, i64 %sunkaddr160
  %.1166 = load i64, ptr %sunkaddr161, align 8
  %.1167 = icmp eq i64 %.1162, %.1166
  br i1 %.1167, label %B1158, label %B1210

B1158:                                            ; preds = %B1122
  %.1175 = icmp slt i64 %t.2.2, %arg.room
  br i1 %.1175, label %B1170, label %B1190

B1170:                                            ; preds = %B1158
  %.1180 = getelementptr i64, ptr %arg.pos_a, i64 %t.2.2
  store i64 %.1062470472, ptr %.1180, align 8
  %.1185 = getelementptr i64, ptr %arg.pos_b, i64 %t.2.2
  store i64 %j.2.2, ptr %.1185, align 8
  br label %B1190

B1190:                                            ; preds = %B1170, %B1158
  %.1189 = add nsw i64 %t.2.2, 1
  %.1195 = add nsw i64 %left.2.2, -1
  br label %B1210

B1210:                                            ; preds = %B1190, %B1122
  %t.3.3 = phi i64 [ %.1189, %B1190 ], [ %t.2.2, %B1122 ]
  %left.3.3 = phi i64 [ %.1195, %B1190 ], [ %left.2.2, %B1122 ]
  %.1210 = getelementptr i64, ptr %arg.after, i64 %j.2.2
  %.1211 = load i64, ptr %.1210, align 8
  %.1218 = icmp sgt i64 %.1211, -1
  %.1237 = icmp sgt i64 %left.3.3, 0
  %or.cond406 = select i1 %.1218, i1 %.1237, i1 false
  br i1 %or.cond406, label %B1122, label %B1250

B1250:                                            ; preds = %B1210, %B934
  %t.5.1 = phi i64 [ %t.4.0474, %B934 ], [ %t.3.3, %B1210 ]
  %.1056 = icmp sgt i64 %.1055469473, 1
  br i1 %.1056, label %B934, label %common.ret

B136.endif.loopexit.unr-lcssa:                    ; preds = %B122
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B136.endif, label %B122.epil.preheader

B122.epil.preheader:                              ; preds = %B136.endif.loopexit.unr-lcssa, %B122.preheader
  %top.2.0418.epil.init = phi i64 [ 1, %B122.preheader ], [ %.169.7, %B136.endif.loopexit.unr-lcssa ]
  %const117 = bitcast i64 1099511628211 to i64
  br label %B122.epil

B122.epil:                                        ; preds = %B122.epil, %B122.epil.preheader
  %lsr.iv113 = phi i64 [ %lsr.iv.next114, %B122.epil ], [ %xtraiter, %B122.epil.preheader ]
  %top.2.0418.epil = phi i64 [ %.169.epil, %B122.epil ], [ %top.2.0418.epil.init, %B122.epil.preheader ]
  %.169.epil = mul i64 %top.2.0418.epil, %const117
  %lsr.iv.next114 = add nsw i64 %lsr.iv113, -1
  %epil.iter.cmp.not = icmp eq i64 %lsr.iv.next114, 0
  br i1 %epil.iter.cmp.not, label %B136.endif, label %B122.epil, !llvm.loop !7

B136.endif:                                       ; preds = %B122.epil, %B136.endif.loopexit.unr-lcssa, %B0.endif
  %top.2.0.lcssa = phi i64 [ 1, %B0.endif ], [ %.169.7, %B136.endif.loopexit.unr-lcssa ], [ %.169.epil, %B122.epil ]
  %.258421 = icmp sgt i64 %arg.mask, -1
  br i1 %.258421, label %B174.preheader, label %B188.endif.endif

B174.preheader:                                   ; preds = %B136.endif
  %storemerge407 = add nuw i64 %arg.mask, 1
  %31 = add nuw i64 %arg.mask, 2
  %smin = tail call i64 @llvm.smin.i64(i64 %storemerge407, i64 1)
  %32 = sub i64 %31, %smin
  %33 = shl nuw i64 %32, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %arg.heads, i8 -1, i64 %33, i1 false)
  br label %B188.endif.endif

B188.endif.endif:                                 ; preds = %B174.preheader, %B136.endif
  %.547 = add i64 %arg.k, -1
  %invariant.gep = getelementptr i16, ptr %arg.letters, i64 %arg.k
  %.465 = icmp slt i64 %arg.middle, %arg.k
  br i1 %.465, label %common.ret, label %B286.endif

B286.endif:                                       ; preds = %B188.endif.endif
  %34 = icmp slt i64 %.547, 1
  %const118 = bitcast i64 9223372036854775804 to i64
  %const = bitcast i64 1099511628211 to i64
  br i1 %34, label %B440.endif, label %B372.preheader

B372.preheader:                                   ; preds = %B286.endif
  %35 = add i64 %arg.k, -2
  %xtraiter4 = and i64 %.547, 3
  %36 = icmp ult i64 %35, 3
  br i1 %36, label %B372.epil.preheader, label %B372.preheader.new

B372.preheader.new:                               ; preds = %B372.preheader
  %unroll_iter9 = and i64 %.547, %const118
  br label %B372

B440.endif.loopexit.unr-lcssa:                    ; preds = %B372
  %lcmp.mod6.not = icmp eq i64 %xtraiter4, 0
  br i1 %lcmp.mod6.not, label %B440.endif, label %B372.epil.preheader

B372.epil.preheader:                              ; preds = %B440.endif.loopexit.unr-lcssa, %B372.preheader
  %rolling.4.1430.epil.init = phi i64 [ 0, %B372.preheader ], [ %.635.3, %B440.endif.loopexit.unr-lcssa ]
  %.596426428.epil.init = phi i64 [ 0, %B372.preheader ], [ %.603.3, %B440.endif.loopexit.unr-lcssa ]
  %37 = shl i64 %.596426428.epil.init, 1
  %scevgep103 = getelementptr i8, ptr %arg.letters, i64 %37
  br label %B372.epil

B372.epil:                                        ; preds = %B372.epil, %B372.epil.preheader
  %rolling.4.1430.epil = phi i64 [ %.635.epil, %B372.epil ], [ %rolling.4.1430.epil.init, %B372.epil.preheader ]
  %epil.iter5 = phi i64 [ %epil.iter5.next, %B372.epil ], [ 0, %B372.epil.preheader ]
  %.630.epil = mul i64 %rolling.4.1430.epil, %const
  %38 = shl nuw nsw i64 %epil.iter5, 1
  %scevgep104 = getelementptr i8, ptr %scevgep103, i64 %38
  %.633.epil = load i16, ptr %scevgep104, align 2
  %.634.epil = zext i16 %.633.epil to i64
  %.635.epil = add i64 %.630.epil, %.634.epil
  %epil.iter5.next = add i64 %epil.iter5, 1
  %epil.iter5.cmp.not = icmp eq i64 %xtraiter4, %epil.iter5.next
  br i1 %epil.iter5.cmp.not, label %B440.endif, label %B372.epil, !llvm.loop !8

B440.endif:                                       ; preds = %B372.epil, %B440.endif.loopexit.unr-lcssa, %B286.endif
  %rolling.4.1.lcssa = phi i64 [ 0, %B286.endif ], [ %.635.3, %B440.endif.loopexit.unr-lcssa ], [ %.635.epil, %B372.epil ]
  %39 = add i64 %arg.middle, 1
  %.694 = sub i64 %39, %arg.k
  %.737436.not = icmp slt i64 %.694, 1
  br i1 %.737436.not, label %B640, label %B486.preheader

B486.preheader:                                   ; preds = %B440.endif
  %40 = icmp eq i64 %arg.middle, %arg.k
  br i1 %40, label %B486.epil.preheader, label %B486.preheader.new

B486.preheader.new:                               ; preds = %B486.preheader
  %const_mat119 = add i64 %const118, 2
  %unroll_iter24 = and i64 %.694, %const_mat119
  br label %B486

B886.endif.loopexit.unr-lcssa:                    ; preds = %B692
  %41 = and i64 %..821, 1
  %lcmp.mod53.not = icmp eq i64 %41, 0
  %42 = mul i64 %lsr.iv.next, -1
  br i1 %lcmp.mod53.not, label %B886.endif, label %B692.epil.preheader

B692.epil.preheader:                              ; preds = %B886.endif.loopexit.unr-lcssa, %B692.preheader
  %.907463465.epil.init = phi i64 [ 0, %B692.preheader ], [ %42, %B886.endif.loopexit.unr-lcssa ]
  %.942.epil = sub nsw i64 %.818, %.907463465.epil.init
  %.944.epil = getelementptr i64, ptr %arg.hashes, i64 %.942.epil
  %.945.epil = load i64, ptr %.944.epil, align 8
  %.946.epil = mul i64 %.945.epil, %const120
  %.947.epil = lshr i64 %.946.epil, 40
  %.949.epil = and i64 %.947.epil, %arg.mask
  %.951.epil = getelementptr i64, ptr %arg.heads, i64 %.949.epil
  %.952.epil = load i64, ptr %.951.epil, align 8
  %.954.epil = getelementptr i64, ptr %arg.after, i64 %.942.epil
  store i64 %.952.epil, ptr %.954.epil, align 8
  store i64 %.942.epil, ptr %.951.epil, align 8
  br label %B886.endif

B886.endif:                                       ; preds = %B692.epil.preheader, %B886.endif.loopexit.unr-lcssa, %B640.1
  %.1142 = icmp sgt i64 %arg.most.fr, 0
  br i1 %.1142, label %B934.preheader, label %common.ret

B934.preheader:                                   ; preds = %B886.endif
  %.971 = sub nsw i64 %arg.middle, %arg.k
  %storemerge409 = add nuw nsw i64 %.971, 1
  br label %B934
}

attributes #0 = { nofree norecurse nosync nounwind memory(argmem: readwrite) }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nounwind willreturn memory(argmem: write) }

!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.disable"}
!2 = distinct !{!2, !1}
!3 = distinct !{!3, !1}
!4 = distinct !{!4, !1}
!5 = !{!"branch_weights", i32 49, i32 1}
!6 = distinct !{!6, !1}
!7 = distinct !{!7, !1}
!8 = distinct !{!8, !1}
